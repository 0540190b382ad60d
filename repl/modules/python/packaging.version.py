"""Versions as PEP 440 writes them: 2.0.1, 1.4rc2, 3.0.dev1+local."""
import re as _re

# [epoch!]1.2.3[{a|b|rc}N][.postN][.devN][+local], with the other spellings that the PEP allows.
_written = _re.compile(
    r'v?(?:(\d+)!)?(\d+(?:\.\d+)*)'
    r'(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d*))?'
    r'(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?'
    r'(?:[-_.]?(dev)[-_.]?(\d*))?'
    r'(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?', _re.IGNORECASE)
_letters = {'alpha': 'a', 'beta': 'b', 'c': 'rc', 'pre': 'rc', 'preview': 'rc'}


class InvalidVersion(ValueError):
    """A text that is no version."""

    __module__ = 'packaging.version'


class Version:
    """A version; versions are ordered."""

    __module__ = 'packaging.version'

    def __init__(self, version):
        match = _written.fullmatch(version.strip())
        if match is None:
            raise InvalidVersion(f'Invalid version: {version!r}')
        epoch, release, letter, number, short_post, post_word, post, dev_word, dev, local = match.groups()
        self.epoch = int(epoch or 0)
        self.release = tuple(int(part) for part in release.split('.'))
        self.pre = (_letters.get(letter.lower(), letter.lower()), int(number or 0)) if letter else None
        self.post = int(short_post or post or 0) if short_post or post_word else None
        self.dev = int(dev or 0) if dev_word else None
        parts = _re.split('[-_.]', local.lower()) if local else []
        self.local = '.'.join(str(int(part)) if part.isdigit() else part for part in parts) or None
        self._key = self._order(parts)

    def _order(self, parts):
        """What versions are compared by: 1.0.dev1 < 1.0a1 < 1.0rc1 < 1.0 < 1.0+x < 1.0.post1."""
        release = self.release
        while len(release) > 1 and release[-1] == 0:
            release = release[:-1]
        first, last = (-1,), (1,)
        if self.pre is not None:
            pre = (0, *self.pre)
        else:
            pre = first if self.post is None and self.dev is not None else last
        post = first if self.post is None else (0, self.post)
        dev = last if self.dev is None else (0, self.dev)
        local = tuple((1, int(part), '') if part.isdigit() else (0, 0, part) for part in parts)
        return self.epoch, release, pre, post, dev, local

    @property
    def base_version(self):
        """The epoch and the numbers alone."""
        return (f'{self.epoch}!' if self.epoch else '') + '.'.join(str(part) for part in self.release)

    @property
    def public(self):
        """All but the local part."""
        text = self.base_version
        if self.pre is not None:
            text += self.pre[0] + str(self.pre[1])
        if self.post is not None:
            text += f'.post{self.post}'
        if self.dev is not None:
            text += f'.dev{self.dev}'
        return text

    @property
    def major(self):
        """The first number."""
        return self.release[0]

    @property
    def minor(self):
        """The second number, or 0."""
        return self.release[1] if len(self.release) > 1 else 0

    @property
    def micro(self):
        """The third number, or 0."""
        return self.release[2] if len(self.release) > 2 else 0

    @property
    def is_prerelease(self):
        """Whether it comes before a release: a, b, rc or dev."""
        return self.pre is not None or self.dev is not None

    @property
    def is_postrelease(self):
        """Whether it comes after its release."""
        return self.post is not None

    @property
    def is_devrelease(self):
        """Whether it is a state of development."""
        return self.dev is not None

    def __str__(self):
        return self.public + (f'+{self.local}' if self.local else '')

    def __repr__(self):
        return f"<{type(self).__name__}('{self}')>"

    def __hash__(self):
        return hash(self._key)

    def __eq__(self, other):
        return self._key == other._key if isinstance(other, Version) else NotImplemented

    def __ne__(self, other):
        return self._key != other._key if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self._key < other._key if isinstance(other, Version) else NotImplemented

    def __le__(self, other):
        return self._key <= other._key if isinstance(other, Version) else NotImplemented

    def __gt__(self, other):
        return self._key > other._key if isinstance(other, Version) else NotImplemented

    def __ge__(self, other):
        return self._key >= other._key if isinstance(other, Version) else NotImplemented


def parse(version):
    """The version that a text names."""
    return Version(version)
