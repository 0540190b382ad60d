# Transforms of planes, frequencies and shifts.
import numpy as np

a = np.arange(6.).reshape(2, 3)
print(np.fft.fft2(a).round(6))
print(np.fft.ifft2(np.fft.fft2(a)).real.round(6))
print(np.fft.fftn(np.eye(2)), np.fft.ifftn(np.fft.fftn(np.eye(2))).real)
print(np.fft.rfft2(a).round(6), np.fft.irfft2(np.fft.rfft2(a), (2, 3)).round(6))
print(np.fft.rfftn(np.ones((2, 2, 4))).shape, np.fft.irfftn(np.fft.rfftn(np.ones((2, 4)))).real)
print(np.fft.fftfreq(8, 0.1), np.fft.fftfreq(5), np.fft.rfftfreq(7), np.fft.rfftfreq(4, d=0.5))
print(np.fft.fftshift(np.arange(6)), np.fft.ifftshift(np.arange(5)), np.fft.fftshift(a, axes=1))
print(np.fft.ifftshift(np.fft.fftshift(a)), np.fft.fftn(a, s=(4, 4), axes=(0, 1)).shape)
for call in (lambda: np.fft.fft([]), lambda: np.fft.fft([1], norm='big'), lambda: np.fft.fft([1], 0),
             lambda: np.fft.fft([1, 2], axis=3), lambda: np.fft.fftfreq(2.5), lambda: np.fft.fftn(a, s=(2,), axes=(0, 1)),
             lambda: np.fft.rfft([1j, 2])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
