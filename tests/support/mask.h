/* Masks the numbers that depend on a run, so that the rest of what nnsh and Keras print can be compared letter by
 * letter. The rule is written above the same function of tests/golden/replays.py:
 *   1. numbers with a fraction or an exponent, nan and inf become '#', but for sizes ("1.53 MB") and numbers without a
 *      digit after the point ("0.", "1.");
 *   2. durations ("2s", "1ms/step") become "#s";
 *   3. inside square brackets each run of white space becomes one blank, none after '[' or before ']'. */
#ifndef NNSH_TESTS_SUPPORT_MASK_H
#define NNSH_TESTS_SUPPORT_MASK_H

/* The masked text; owned by the caller (free). */
char *mask_text(const char *text);

#endif
