print("opening")
open("does_not_exist.csv")
