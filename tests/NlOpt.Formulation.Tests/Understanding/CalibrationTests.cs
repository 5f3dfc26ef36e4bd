using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class CalibrationTests
{
    [Fact]
    public void Neighbours_in_the_wrong_order_are_pooled() =>
        IsotonicRegression.Fit([0, 1, 0, 1, 1]).Should().Equal(0, 0.5, 0.5, 1, 1);

    [Property]
    public void The_fit_never_falls_and_keeps_the_mean(double[] given)
    {
        var outcomes = given.Select(value => double.IsFinite(value) ? Math.Abs(value % 1) : 0).ToArray();
        var fitted = IsotonicRegression.Fit(outcomes);
        fitted.Should().HaveCount(outcomes.Length).And.BeInAscendingOrder();
        if (outcomes.Length > 0) fitted.Average().Should().BeApproximately(outcomes.Average(), 1e-9);
    }

    [Property]
    public void The_fit_is_the_nearest_that_never_falls(byte[] given)
    {
        var outcomes = given.Take(12).Select(value => value % 5 / 4.0).ToArray();
        var fitted = IsotonicRegression.Fit(outcomes);
        // The least-squares fit has a closed form: the highest over all beginnings of the lowest over all ends of the mean between.
        for (var index = 0; index < outcomes.Length; index++)
        {
            var expected = Enumerable.Range(0, index + 1).Max(first =>
                Enumerable.Range(index, outcomes.Length - index).Min(last => outcomes[first..(last + 1)].Average()));
            fitted[index].Should().BeApproximately(expected, 1e-12);
        }
    }

    [Fact]
    public void A_confidence_becomes_the_share_of_right_readings()
    {
        var readings = Enumerable.Range(0, 1000).Select(index => (With(index / 1000.0), (bool?)(index % 1000 >= 500 || index % 5 == 0))).ToList();
        var calibration = Calibration.Fit(readings);
        calibration.Apply(With(0.1)).Should().BeApproximately(0.2, 0.05);
        calibration.Apply(With(0.9)).Should().BeApproximately(1, 0.05);
        calibration.Apply(With(-5)).Should().BeInRange(0, 0.3);
        calibration.Apply(With(5)).Should().BeApproximately(1, 1e-9);
    }

    [Fact]
    public void What_wrong_labels_do_not_tell_counts_as_half_right()
    {
        var readings = Enumerable.Range(0, 1000).Select(index => (With(index / 1000.0), index % 10 == 0 ? null : (bool?)(index % 1000 >= 500))).ToList();
        var calibration = Calibration.Fit(readings);
        calibration.Apply(With(0.1)).Should().BeApproximately(0.05, 0.03);
        calibration.Apply(With(0.9)).Should().BeApproximately(0.95, 0.03);
    }

    [Fact]
    public void Without_readings_nothing_speaks_for_or_against() => Calibration.Fit([]).Apply(With(0.3)).Should().BeApproximately(0.5, 1e-12);

    /// <summary>All factors nothing but a constant and one that varies.</summary>
    private static double[] With(double value)
    {
        var factors = new double[ConfidenceFactors.Count];
        (factors[0], factors[1]) = (1, 10 * (value - 0.5));
        return factors;
    }
}
