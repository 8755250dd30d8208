// What the C code that SDEverywhere generates needs around it for the common model. Its own support files are not in its
// packages on npm; this is ours, and short, because a yearly model without lookups needs little.
#pragma once
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Options this model does not use would print that they are missing.
#define fprintf(...) ((void)0)

#define _EXP(x) exp(x)
#define _MAX(a, b) ((a) > (b) ? (a) : (b))
#define _MIN(a, b) ((a) < (b) ? (a) : (b))
#define _INTEG(value, rate) ((value) + (rate) * _time_step)

extern double _time, _initial_time, _final_time, _time_step;
extern const int numInputs, numOutputs;

void initConstants(void);
void initLevels(void);
void setInputs(double *values, int32_t *indices);
void evalAux(void);
void evalLevels(void);
void storeOutputData(void);
void outputVar(double value);
