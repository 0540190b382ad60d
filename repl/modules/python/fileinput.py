"""fileinput: the lines of several files, one after another."""
import sys as _sys

_state = None


class FileInput:
    """The lines of some files; '-' is standard input."""

    def __init__(self, files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
        if isinstance(files, str) or hasattr(files, '__fspath__'):
            files = (files,)
        elif files is None:
            files = _sys.argv[1:] or ('-',)
        if mode not in ('r', 'rb'):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if inplace and openhook:
            raise ValueError('FileInput cannot use an opening hook in inplace mode')
        if openhook and not callable(openhook):
            raise ValueError('FileInput openhook must be callable')
        self._files = list(files)
        self._inplace, self._backup, self._mode, self._hook = inplace, backup, mode, openhook
        self._encoding, self._errors = encoding, errors
        self._file = self._filename = self._output = self._stdout = None
        self._line = self._file_line = 0
        self._is_stdin = False

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.close()

    def close(self):
        self.nextfile()
        self._files.clear()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def nextfile(self):
        """Leaves the rest of the file out."""
        if self._output is not None:
            self._output.close()
            _sys.stdout = self._stdout
            self._output = None
        if self._file is not None and not self._is_stdin:
            self._file.close()
        self._file = None

    def _open(self):
        import os
        self._filename = self._files.pop(0)
        self._file_line = 0
        self._is_stdin = self._filename == '-'
        if self._is_stdin:
            self._filename = '<stdin>'
            self._file = _sys.stdin
        elif self._inplace:
            kept = os.fspath(self._filename) + (self._backup or '.bak')
            os.rename(self._filename, kept)
            self._file = open(kept, self._mode, encoding=self._encoding, errors=self._errors)
            if not self._backup:
                os.unlink(kept)
            self._output = open(self._filename, 'w', encoding=self._encoding, errors=self._errors)
            self._stdout, _sys.stdout = _sys.stdout, self._output
        elif self._hook:
            self._file = self._hook(self._filename, self._mode)
        elif 'b' in self._mode:
            self._file = open(self._filename, self._mode)
        else:
            self._file = open(self._filename, self._mode, encoding=self._encoding, errors=self._errors)

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b'' if 'b' in self._mode else ''
                self._open()
            line = self._file.readline()
            if line:
                self._line += 1
                self._file_line += 1
                return line
            self.nextfile()

    def lineno(self):
        return self._line

    def filelineno(self):
        return self._file_line

    def filename(self):
        return self._filename

    def isfirstline(self):
        return self._file_line == 1

    def isstdin(self):
        return self._is_stdin

    def fileno(self):
        return self._file.fileno() if self._file is not None else -1


def input(files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
    """The lines of some files, or of those that the command line names."""
    global _state
    if _state is not None and _state._file is not None:
        raise RuntimeError('input() already active')
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def _active():
    if _state is None:
        raise RuntimeError('no active input()')
    return _state


def close():
    """Ends the reading."""
    global _state
    state, _state = _state, None
    if state is not None:
        state.close()


def nextfile():
    return _active().nextfile()


def filename():
    return _active().filename()


def lineno():
    return _active().lineno()


def filelineno():
    return _active().filelineno()


def isfirstline():
    return _active().isfirstline()


def isstdin():
    return _active().isstdin()
