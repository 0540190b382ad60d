"""matplotlib.animation: the frames of a figure. show() prints the last one; save() writes all of them as text."""
import itertools


class Animation:
    """What both kinds share: self._steps() draws frame by frame."""
    _most = 100

    def __init__(self, fig):
        self._fig, self._drawn = fig, False
        fig._animation = self
        self.event_source = None

    def _finish(self):
        """Draws all frames, for the figure that show() prints."""
        if not self._drawn:
            self._drawn = True
            for _ in self._steps():
                pass

    def pause(self):
        """Nothing moves."""

    def resume(self):
        """Nothing moves."""

    def save(self, filename, writer=None, fps=None, dpi=None, codec=None, bitrate=None, extra_args=None, metadata=None,
             extra_anim=None, savefig_kwargs=None, *, progress_callback=None):
        """Writes the frames one below the other as text, to NAME.txt."""
        self._drawn = True
        path, texts = str(filename), []
        for number in self._steps():
            texts.append(f'frame {number + 1}\n' + self._fig._as_text(100, 40))
            if progress_callback is not None:
                progress_callback(number, None)
        path = path if path.endswith('.txt') else path + '.txt'
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n'.join(texts))
        import sys
        print(f"nnsh draws with characters: {filename} was written as {path}", file=sys.stderr)

    def _refused(self, *args, **kwargs):
        """Refused: there is no browser."""
        raise NotImplementedError("animations are text here: anim.save('frames.txt') writes the frames")

    to_jshtml = to_html5_video = _refused


class FuncAnimation(Animation):
    """A function that changes the figure, called for each frame."""

    def __init__(self, fig, func, frames=None, init_func=None, fargs=None, save_count=None, *, cache_frame_data=True,
                 interval=200, repeat=True, repeat_delay=0, blit=False, **kwargs):
        self._func, self._init, self._args = func, init_func, tuple(fargs or ())
        self._frames, self._count = frames, save_count
        self._interval, self._repeat = interval, repeat
        Animation.__init__(self, fig)

    def new_frame_seq(self):
        """What the function is called with, frame by frame."""
        frames = self._frames
        if frames is None:
            return itertools.count()
        if callable(frames):
            return iter(frames())
        return iter(range(frames)) if isinstance(frames, int) else iter(frames)

    def _steps(self):
        if self._init is not None:
            self._init()
        for number, frame in enumerate(itertools.islice(self.new_frame_seq(), self._count or self._most)):
            self._func(frame, *self._args)
            yield number


class ArtistAnimation(Animation):
    """Lists of artists: those of one frame are seen at a time."""

    def __init__(self, fig, artists, *, interval=200, repeat=True, repeat_delay=0, blit=False, **kwargs):
        self._lists = [list(each) for each in artists]
        self._interval, self._repeat = interval, repeat
        Animation.__init__(self, fig)

    def _steps(self):
        for number, shown in enumerate(self._lists):
            for artists in self._lists:
                for artist in artists:
                    artist.set_visible(False)
            for artist in shown:
                artist.set_visible(True)
            yield number


class _Writer:
    """The name of a way to write films; frames are text whatever it is."""

    def __init__(self, fps=5, codec=None, bitrate=None, extra_args=None, metadata=None):
        self.fps, self.codec, self.bitrate, self.metadata = fps, codec, bitrate, metadata


class PillowWriter(_Writer):
    """For pictures that move."""


class FFMpegWriter(_Writer):
    """For films."""


class ImageMagickWriter(_Writer):
    """For pictures that move."""
