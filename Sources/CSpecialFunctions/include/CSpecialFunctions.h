#ifndef ONTARGET_CSPECIALFUNCTIONS_H
#define ONTARGET_CSPECIALFUNCTIONS_H

// The C library's exp, log and friends come to Swift with this header, so that the Swift side needs
// one import on every platform.
#include <math.h>

#ifdef __cplusplus
extern "C" {
#endif

// Special functions and distribution functions of Boost.Math, as plain C.
//
// No call throws or aborts: outside its domain, or where it does not converge, a function returns
// NaN; where the result is too large, an infinity.

double sf_normal_cdf(double z);
double sf_normal_quantile(double p);

double sf_log_gamma(double x);
double sf_digamma(double x);
double sf_trigamma(double x);

/// Regularised incomplete gamma functions P(a, x), Q(a, x) and their inverses in x.
double sf_gamma_p(double a, double x);
double sf_gamma_q(double a, double x);
double sf_gamma_p_inverse(double a, double p);
double sf_gamma_q_inverse(double a, double q);

/// Regularised incomplete beta function I_x(a, b), its complement and its inverse in x.
double sf_beta_cdf(double a, double b, double x);
double sf_beta_upper(double a, double b, double x);
double sf_beta_quantile(double a, double b, double p);

double sf_student_t_cdf(double df, double t);
double sf_student_t_quantile(double df, double p);

double sf_noncentral_t_cdf(double df, double noncentrality, double t);

#ifdef __cplusplus
}
#endif

#endif
