# tf.strings: letters, patterns, joining, splitting, numbers.
import tensorflow as tf

s = tf.strings
a = tf.constant(["Hello World", "ab", "Füß"])
print(s.lower(a), s.upper(a), s.lower(a, encoding="utf-8"), s.length(a), s.length(a, unit="UTF8_CHAR"))
print(s.split("a b  c"), s.split("a,b,,c", ","), s.split("x/y/z", "/")[-2], s.split("a b c", maxsplit=1), s.split(a))
print(s.regex_replace(a, "[aeiou]", "_"), s.regex_replace("it's <br />ok", "<br />", " "))
print(s.regex_replace("ab12", "([a-z]+)([0-9]+)", r"\2\1"), s.regex_replace("aaa", "a", "b", replace_global=False))
print(s.regex_full_match(a, ".*b.*"), s.join(["a", "b", "c"], "-"), s.join([a, ["1", "2", "3"]]), s.strip("  a b "))
print(s.reduce_join(a), s.reduce_join([["a", "b"], ["c", "d"]], axis=1, separator="+"), s.reduce_join([["a", "b"], ["c", "d"]], axis=0))
print(s.substr("hello", 1, 3), s.substr(a, -2, 2), s.substr("Füß", 1, 1, unit="UTF8_CHAR"), s.to_number(["1.5", "2"]), s.to_number("7", tf.int32))
print(s.as_string([1, 2]), s.as_string([1.5, 2.25], precision=1), s.as_string(True), s.as_string([3], width=4, fill="0"))
print(s.unicode_split("héy", "UTF-8"), s.unicode_split(["ab", "c"], "UTF-8"), s.unicode_decode("héy", "UTF-8"))
print(s.bytes_split("abc"), s.unicode_encode([104, 105], "UTF-8"), s.ngrams(["a", "b", "c"], 2), s.ngrams(["a", "b", "c"], [1, 3], separator="_"))
print(s.format("v={} w={}", (tf.constant([1, 2]), 3)), s.to_number(s.split(["1 2", "3"]), tf.int32))
print(tf.io.encode_base64("hello"), tf.io.decode_base64(tf.io.encode_base64("hello", pad=True)), tf.io.decode_raw("abcd", tf.uint8))
print(s.to_hash_bucket_fast("a", 5), s.to_hash_bucket_strong("a", 5, [1, 2]))
