// Runs the generated model: factors of draws in, outputs of each point in time out, one row after another.
#include "sde.h"

#define DRAWS 64
#define FACTORS 128
#define NUMBERS (31 * 20)

double _time;
static double factors[DRAWS * FACTORS];
static double results[DRAWS * NUMBERS];
static double *next;

double *inputs(void) { return factors; }
double *outputs(void) { return results; }

void outputVar(double value) { *next++ = value; }

void run(int draw) {
  next = results + draw * NUMBERS;
  initConstants();
  setInputs(factors + draw * FACTORS, NULL);
  initLevels();
  int last = (int)round((_final_time - _initial_time) / _time_step);
  _time = _initial_time;
  for (int step = 0; step <= last; step++) {
    evalAux();
    storeOutputData();
    if (step == last) break;
    evalLevels();
    _time += _time_step;
  }
}
