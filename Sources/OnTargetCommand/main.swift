print("ontarget")
