print('one')
raise ValueError('half a pair: \ud83d and \udcff')
