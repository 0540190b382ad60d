import numpy as np, tensorflow as tf, random
from collections import deque
from tensorflow import keras
from tensorflow.keras import layers
class DQNAgent:
    def __init__(self, state_size, action_size):
        self.state_size, self.action_size = state_size, action_size
        self.memory = deque(maxlen=200)
        self.gamma, self.epsilon, self.epsilon_min, self.epsilon_decay, self.learning_rate = 0.95, 1.0, 0.01, 0.995, 0.001
        self.model = self._build_model()
    def _build_model(self):
        model = keras.Sequential()
        model.add(layers.Dense(24, input_dim=self.state_size, activation='relu'))
        model.add(layers.Dense(24, activation='relu'))
        model.add(layers.Dense(self.action_size, activation='linear'))
        model.compile(loss='mse', optimizer=keras.optimizers.Adam(learning_rate=self.learning_rate))
        return model
    def memorize(self, s, a, r, n, d): self.memory.append((s, a, r, n, d))
    def act(self, state):
        if np.random.rand() <= self.epsilon: return random.randrange(self.action_size)
        return np.argmax(self.model.predict(state, verbose=0)[0])
    def replay(self, batch_size):
        for state, action, reward, next_state, done in random.sample(self.memory, batch_size):
            target = reward
            if not done:
                target = (reward + self.gamma * np.amax(self.model.predict(next_state, verbose=0)[0]))
            target_f = self.model.predict(state, verbose=0)
            target_f[0][action] = target
            self.model.fit(state, target_f, epochs=1, verbose=0)
        if self.epsilon > self.epsilon_min: self.epsilon *= self.epsilon_decay
agent = DQNAgent(4, 2)
rng = np.random.RandomState(0)
for i in range(12):
    s = rng.rand(1, 4); a = agent.act(s); agent.memorize(s, a, 1.0, rng.rand(1, 4), i == 11)
agent.replay(3)
print(round(agent.epsilon, 4), len(agent.memory))
def create_q_model():
    inputs = layers.Input(shape=(4,))
    l = layers.Dense(8, activation="relu")(inputs)
    action = layers.Dense(2, activation="linear")(l)
    return keras.Model(inputs=inputs, outputs=action)
model, model_target = create_q_model(), create_q_model()
model_target.set_weights(model.get_weights())
optimizer = keras.optimizers.Adam(learning_rate=0.00025, clipnorm=1.0)
loss_function = keras.losses.Huber()
state_sample = rng.rand(6, 4).astype("float32"); action_sample = [0, 1, 1, 0, 1, 0]; rewards_sample = [1.] * 6
done_sample = tf.convert_to_tensor([0., 0, 0, 0, 0, 1])
future_rewards = model_target.predict(state_sample, verbose=0)
updated_q_values = rewards_sample + 0.99 * tf.reduce_max(future_rewards, axis=1)
updated_q_values = updated_q_values * (1 - done_sample) - done_sample
masks = tf.one_hot(action_sample, 2)
with tf.GradientTape() as tape:
    q_values = model(state_sample)
    q_action = tf.reduce_sum(tf.multiply(q_values, masks), axis=1)
    loss = loss_function(updated_q_values, q_action)
grads = tape.gradient(loss, model.trainable_variables)
optimizer.apply_gradients(zip(grads, model.trainable_variables))
print(len(grads), loss.shape, int(optimizer.iterations))
state_tensor = keras.ops.convert_to_tensor(state_sample[0]); state_tensor = keras.ops.expand_dims(state_tensor, 0)
action_probs = model(state_tensor, training=False)
print(action_probs.shape, int(keras.ops.argmax(action_probs[0])) in (0, 1))
