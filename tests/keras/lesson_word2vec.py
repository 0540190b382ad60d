# close
# Pairs of words for an embedding.
import random
import re
import string
import tempfile
import numpy as np
import tensorflow as tf
SEED=42; AUTOTUNE=tf.data.AUTOTUNE
sentence="The wide road shimmered in the hot sun"; tokens=list(sentence.lower().split()); print(len(tokens))
vocab,index={},1; vocab['<pad>']=0
for token in tokens:
    if token not in vocab: vocab[token]=index; index+=1
vocab_size=len(vocab); print(vocab); inverse_vocab={index:token for token,index in vocab.items()}; print(inverse_vocab)
example_sequence=[vocab[word] for word in tokens]; print(example_sequence)
random.seed(3)
positive_skip_grams,_=tf.keras.preprocessing.sequence.skipgrams(example_sequence,vocabulary_size=vocab_size,window_size=2,negative_samples=0,seed=SEED); print(len(positive_skip_grams))
for target,context in positive_skip_grams[:5]: print(f"({target}, {context}): ({inverse_vocab[target]}, {inverse_vocab[context]})")
target_word,context_word=positive_skip_grams[0]
context_class=tf.reshape(tf.constant(context_word,dtype="int64"),(1,1)); num_ns=4
neg,_,_=tf.random.log_uniform_candidate_sampler(true_classes=context_class,num_true=1,num_sampled=num_ns,unique=True,range_max=vocab_size,seed=SEED,name="negative_sampling")
print(neg.shape,neg.dtype,len(set(neg.numpy().tolist()))); 
neg=tf.constant([2,1,4,3],dtype=tf.int64)
squeezed=tf.squeeze(context_class,1); context=tf.concat([squeezed,neg],0); label=tf.constant([1]+[0]*num_ns,dtype="int64"); target=target_word; print(context,label)
print(tf.keras.preprocessing.sequence.make_sampling_table(size=10))
d=tempfile.mkdtemp(); p=d+"/s.txt"; open(p,"w").write("First Citizen:\nBefore we proceed any further, hear me speak.\n\nAll:\nSpeak, speak.\n"*3)
text_ds=tf.data.TextLineDataset(p).filter(lambda x: tf.cast(tf.strings.length(x),bool)); print(len(list(text_ds)))
def cs(x): return tf.strings.regex_replace(tf.strings.lower(x),'[%s]'%re.escape(string.punctuation),'')
for l in text_ds.map(cs).take(2): print(l.numpy())
targets=np.array([1,2,3,4]*4); contexts=np.random.RandomState(0).randint(1,9,(16,5)); labels=np.tile([1,0,0,0,0],(16,1))
ds=tf.data.Dataset.from_tensor_slices(((targets,contexts),labels)); ds=ds.shuffle(10).batch(4,drop_remainder=True); print(ds); ds=ds.cache().prefetch(buffer_size=AUTOTUNE); print(ds)
