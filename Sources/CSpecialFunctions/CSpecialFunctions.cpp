#include "CSpecialFunctions.h"

#include <limits>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

namespace {

namespace bm = boost::math;
namespace bp = boost::math::policies;

// Errors become NaN or infinity, as in the C library, instead of exceptions.
using Policy = bp::policy<
    bp::domain_error<bp::ignore_error>, bp::pole_error<bp::ignore_error>,
    bp::overflow_error<bp::ignore_error>, bp::underflow_error<bp::ignore_error>,
    bp::denorm_error<bp::ignore_error>, bp::evaluation_error<bp::ignore_error>,
    bp::rounding_error<bp::ignore_error>, bp::indeterminate_result_error<bp::ignore_error>>;

// The policy should leave nothing to throw; an exception that came anyway must not cross into Swift.
template <typename Body> double guarded(Body body) noexcept {
#ifdef __cpp_exceptions
  try {
    return body();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
#else
  return body(); // as in a page
#endif
}

} // namespace

extern "C" {

double sf_normal_cdf(double z) {
  return guarded([=] { return bm::cdf(bm::normal_distribution<double, Policy>(), z); });
}

double sf_normal_quantile(double p) {
  return guarded([=] { return bm::quantile(bm::normal_distribution<double, Policy>(), p); });
}

double sf_log_gamma(double x) {
  return guarded([=] { return bm::lgamma(x, Policy()); });
}

double sf_digamma(double x) {
  return guarded([=] { return bm::digamma(x, Policy()); });
}

double sf_trigamma(double x) {
  return guarded([=] { return bm::trigamma(x, Policy()); });
}

double sf_gamma_p(double a, double x) {
  return guarded([=] { return bm::gamma_p(a, x, Policy()); });
}

double sf_gamma_q(double a, double x) {
  return guarded([=] { return bm::gamma_q(a, x, Policy()); });
}

double sf_gamma_p_inverse(double a, double p) {
  return guarded([=] { return bm::gamma_p_inv(a, p, Policy()); });
}

double sf_gamma_q_inverse(double a, double q) {
  return guarded([=] { return bm::gamma_q_inv(a, q, Policy()); });
}

double sf_beta_cdf(double a, double b, double x) {
  return guarded([=] { return bm::cdf(bm::beta_distribution<double, Policy>(a, b), x); });
}

double sf_beta_upper(double a, double b, double x) {
  return guarded([=] {
    return bm::cdf(bm::complement(bm::beta_distribution<double, Policy>(a, b), x));
  });
}

double sf_beta_quantile(double a, double b, double p) {
  return guarded([=] { return bm::quantile(bm::beta_distribution<double, Policy>(a, b), p); });
}

double sf_student_t_cdf(double df, double t) {
  return guarded([=] { return bm::cdf(bm::students_t_distribution<double, Policy>(df), t); });
}

double sf_student_t_quantile(double df, double p) {
  return guarded([=] { return bm::quantile(bm::students_t_distribution<double, Policy>(df), p); });
}

double sf_noncentral_t_cdf(double df, double noncentrality, double t) {
  return guarded([=] {
    return bm::cdf(bm::non_central_t_distribution<double, Policy>(df, noncentrality), t);
  });
}

} // extern "C"
