# errno, stat, locale: constants and small functions.
import errno, stat, locale
print(errno.ENOENT, errno.errorcode[13], errno.EAGAIN == errno.EWOULDBLOCK, len(errno.errorcode))
print(stat.filemode(0o100644), stat.filemode(0o40755), stat.filemode(0o104711), stat.filemode(0o41777), stat.S_ISDIR(0o40000), oct(stat.S_IMODE(0o100644)), stat.S_ISREG(0o100644))
print(locale.setlocale(locale.LC_ALL, 'C'), locale.localeconv()['decimal_point'], locale.atof('1.5'), locale.format_string('%.2f', 2.5))
try: locale.setlocale(locale.LC_ALL, 'xx_YY')
except locale.Error as e: print(e)
