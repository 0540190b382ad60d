# Linear algebra refuses objects; the raw form of qr; the bytes of arrays.
import numpy as np
def attempt(source):
    try:
        result = eval(source) if "\n" not in source else exec(source, globals())
        print(source, "gives", repr(result))
    except Exception as error:
        print(source, type(error).__name__, error)
o = np.array([[2, 1], [1, 3]], object)


for source in ("np.linalg.det(o)", "np.linalg.inv(o)", "np.linalg.solve(o,o)", "np.linalg.solve(o,o[0])",
               "np.linalg.cholesky(o)", "np.linalg.eigh(o)", "np.linalg.eigvalsh(o)", "np.linalg.svd(o)",
               "np.linalg.svd(o,compute_uv=False)", "np.linalg.slogdet(o)", "np.linalg.lstsq(o,o)",
               'np.linalg.eigvalsh(o,"U")', "np.linalg.cholesky(o,upper=True)", "np.linalg.svd(o,full_matrices=False)",
               "np.linalg.matrix_power(o,2)", "np.linalg.matrix_power(o,-1)", 'np.linalg.eigh(o,"U")',
               'np.linalg.det(o.astype("M8[s]"))', "np.linalg.qr(o)", 'np.linalg.qr(o,mode="r")', "np.linalg.pinv(o)",
               "np.linalg.matrix_rank(o)", "np.linalg.norm(o)", "np.linalg.solve(np.eye(2),o)",
               "np.linalg.qr([[1., 2.], [3., 4.],[5,6]], mode='raw')",
               "np.linalg.qr([[1., 2.,3], [3., 4.,5]], mode='raw')",
               "np.linalg.qr([[1.+2j, 2.], [3., 4.],[5,6j]], mode='raw')",
               "np.linalg.qr([[[1., 2.], [3., 4.]]], mode='raw')", "np.linalg.qr(np.zeros((2,2)), mode='raw')",
               "np.linalg.qr(np.eye(2,dtype='f4'), mode='raw')", "bytes(np.array([1,2]))",
               "bytes(np.array([1,2,3],'u1')[::2])", "bytearray(np.array([1],'i2'))"):
    attempt(source)
