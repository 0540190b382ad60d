# Fourier transforms of all lengths, there and back.
import numpy as np

print(np.fft.fft([1, 2, 3, 4]), np.fft.ifft([10, -2 + 2j, -2, -2 - 2j]))
t = np.arange(16)
print(np.abs(np.fft.fft(np.sin(2 * np.pi * 3 * t / 16))).round(6))
for n in (1, 2, 3, 5, 6, 7, 11, 13, 30, 64, 97, 202):
    y = np.cos(np.arange(n) * 0.37) + np.arange(n) % 3
    f = np.fft.fft(y)
    print(n, f[:2].round(6), f[-1].round(6), np.allclose(np.fft.ifft(f), y), np.allclose(np.fft.irfft(np.fft.rfft(y), n), y))
print(np.fft.rfft([1., 2, 3, 4, 5]), np.fft.irfft([1, 2j, 3], 5), np.fft.irfft([6, -1.5]))
print(np.fft.fft([1, 2, 3], n=5), np.fft.fft([1, 2, 3], n=2), np.fft.fft([[1, 2], [3, 4]], axis=0))
print(np.fft.fft([1, 2, 3, 4], norm='ortho'), np.fft.ifft([4, 0], norm='forward'), np.fft.fft([4, 0], norm='forward'))
print(np.fft.hfft([1, 2, 3]), np.fft.ihfft([1., 2, 3]))
print(np.fft.fft(np.float32([1, 2])).dtype, np.fft.irfft(np.complex64([1, 2])).dtype)
out = np.zeros(2, complex)
np.fft.fft([1, 2], out=out)
print(out)
