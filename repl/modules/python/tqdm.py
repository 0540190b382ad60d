"""tqdm: loops as they are; on a terminal nnsh's own dashboard shows how training goes."""
import sys as _sys


class tqdm:
    """Passes the items of an iterable through."""

    __module__ = 'tqdm.std'

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 maxinterval=10.0, miniters=None, ascii=None, disable=False, unit='it', unit_scale=False,
                 dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
                 unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0, **kwargs):
        self.iterable = iterable
        self.desc = desc
        self.total = len(iterable) if total is None and hasattr(iterable, '__len__') else total
        self.n = initial
        self.postfix = postfix
        self.disable = disable

    def __iter__(self):
        for item in self.iterable:
            yield item
            self.n += 1

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc

    set_description_str = set_description

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        self.postfix = dict(ordered_dict or {}, **kwargs)

    def set_postfix_str(self, s='', refresh=True):
        self.postfix = s

    def refresh(self, *args, **kwargs):
        pass

    def reset(self, total=None):
        self.n = 0
        self.total = self.total if total is None else total

    def clear(self, *args, **kwargs):
        pass

    def close(self):
        pass

    @classmethod
    def pandas(cls, *args, **kwargs):
        """Gives pandas' tables and groups progress_apply and progress_map."""
        from _pandas_frame import DataFrame
        from _pandas_group import FrameGroupBy, SeriesGroupBy
        from _pandas_series import Series
        for kind in (DataFrame, Series, FrameGroupBy, SeriesGroupBy):
            kind.progress_apply = kind.apply
        for kind in (DataFrame, Series):
            kind.progress_map = kind.map
        DataFrame.progress_applymap = DataFrame.applymap

    @classmethod
    def write(cls, s, file=None, end='\n', nolock=False):
        (_sys.stdout if file is None else file).write(s + end)


def trange(*args, **kwargs):
    """tqdm(range(...))."""
    return tqdm(range(*args), **kwargs)


tqdm_notebook = tqdm
tnrange = trange
