# What modules of the standard library refuse: other programs, connections, secrets, and what is outside of an archive's
# folder; text files in wide encodings.
import asyncio, getpass, io, logging.handlers, os, signal, socket, subprocess, tarfile, tempfile, urllib.request
from urllib.error import URLError

import IPython
import google.colab.files

from refusals import refuses, report


def archive(name, kind=tarfile.REGTYPE, link=''):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w') as made:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, link
        made.addfile(info, io.BytesIO(b''))
    out.seek(0)
    return tarfile.open(fileobj=out)


refuses(NotImplementedError, 'nnsh has no embedded prompt; nnsh -i FILE goes on at the prompt', IPython.embed)
refuses(NotImplementedError, 'signal 15 would end nnsh: give it a handler by signal.signal() before', signal.raise_signal,
        signal.SIGTERM)
refuses(RuntimeError, 'the event loop waits for ever: nothing is ready and nothing is due', asyncio.run,
        asyncio.Event().wait())
refuses(PermissionError, 'asyncio.open_connection() is refused: nnsh opens no connections and runs no other programs',
        asyncio.run, asyncio.open_connection('example.org', 80))
refuses(PermissionError, 'logging.handlers.SMTPHandler is refused: nnsh opens no connections', getattr, logging.handlers,
        'SMTPHandler')
refuses(PermissionError, "os.system('ls') is refused: nnsh runs no other programs", os.system, 'ls')
refuses(PermissionError, "os.popen('ls') is refused: nnsh runs no other programs", os.popen, 'ls')
refuses(PermissionError, "subprocess.run(['ls', '-l']) is refused: nnsh runs no other programs", subprocess.run,
        ['ls', '-l'])
refuses(PermissionError, 'socket.socket() is refused: nnsh opens no connections', socket.socket)
refuses(PermissionError, 'getpass.getpass() is refused: nnsh reads no secrets', getpass.getpass)
refuses(RuntimeError, 'google.colab.files.upload() needs a browser: put the file beside the script and open it',
        google.colab.files.upload)
refuses(URLError, '<urlopen error nnsh does not download: fetch http://example.org/a.csv yourself and open the file>',
        urllib.request.urlopen, 'http://example.org/a.csv')
outside = os.path.join(os.path.dirname(os.path.realpath('.')), 'outside.txt')
refuses(tarfile.OutsideDestinationError, f"'../outside.txt' would be extracted to {outside!r}, which is outside the "
        'destination', archive('../outside.txt').extractall, '.')
refuses(tarfile.TarError, "'link' is a link or a device: only files and folders are extracted",
        archive('link', tarfile.SYMTYPE, 'target').extractall, '.')
for kind, module in (('bz2', 'bz2'), ('xz', 'lzma')):
    refuses(tarfile.CompressionError, f'{module} module is not available', tarfile.open, 'some.tar', f'w:{kind}')
# Where no folder can be written to, and where every name is taken.
os.environ.update(TMPDIR='', TEMP='', TMP='')
access, tempfile.tempdir = os.access, None
os.access = lambda path, mode: False
refuses(FileNotFoundError, "[Errno 2] No usable temporary directory found in "
        f"['/tmp', '/var/tmp', '/usr/tmp', {os.getcwd()!r}]", tempfile.gettempdir)
os.access, os.urandom = access, bytes
os.close(tempfile.mkstemp(dir='.')[0])
refuses(FileExistsError, '[Errno 17] No usable temporary file name found', tempfile.mkstemp, dir='.')
report()
