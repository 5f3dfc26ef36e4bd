using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

public class CanonicalFormTests
{
    [Property(MaxTest = 200)]
    public void Twice_is_once(int seed)
    {
        foreach (var model in new[] { RandomModels.Plain(seed), RandomModels.Any(seed) })
        {
            var once = CanonicalForm.Of(model);
            CanonicalForm.Of(once).Should().Be(once);
        }
    }

    [Fact]
    public void Rows_of_one_variable_become_bounds()
    {
        var canonical = CanonicalForm.Of(Read("max\n x + y\nst\n 2 x <= 7\n - y <= -1\n y <= 9\nbounds\n y <= 8\nend"));
        canonical.Rows.Should().BeEmpty();
        canonical.Variables.Select(variable => (variable.Lower, variable.Upper)).Should().Equal((0, 3.5), (1, 8));
    }

    [Fact]
    public void Bounds_of_whole_variables_are_rounded_inwards_and_within_0_and_1_they_are_binary()
    {
        var canonical = CanonicalForm.Of(Read("max\n x + y\nst\n 2 x <= 7\nbounds\n 0.5 <= x\n y <= 1.9\ngenerals\n x y\nend"));
        canonical.Variables.Select(variable => (variable.Kind, variable.Lower, variable.Upper)).Should()
            .Equal((VariableKind.Integer, 1, 3), (VariableKind.Binary, 0, 1));
    }

    [Fact]
    public void Proportional_rows_become_one_with_the_tightest_limits()
    {
        var canonical = CanonicalForm.Of(Read("max\n x + y\nst\n 0.1 x + 0.3 y <= 1\n -0.7 x - 2.1 y >= -14\n x + 3 y >= 2\n x + 3 y >= -inf\nend"));
        var row = canonical.Rows.Should().ContainSingle().Subject;
        row.Lower.Should().BeApproximately(2.0 / 3, 1e-12);
        row.Upper.Should().BeApproximately(10.0 / 3, 1e-12);
    }

    [Fact]
    public void Contradictions_stay_visible()
    {
        CanonicalForm.Of(Read("max\n x + y\nst\n x + y <= 1\n x + y >= 2\nend")).Rows.Should().HaveCount(2);
        CanonicalForm.Of(Read("max\n x + y\nst\n x <= 1\n x >= 2\nend")).Rows.Should().HaveCount(2);
        CanonicalForm.Of(Read("max\n x + y\nst\n 0 x <= -1\nend")).Rows.Should().ContainSingle();
        CanonicalForm.Of(Read("max\n x + y\nst\n 0 x <= 1\nend")).Rows.Should().BeEmpty();
    }

    [Fact]
    public void An_equation_written_as_two_scaled_rows_is_no_contradiction()
    {
        var canonical = CanonicalForm.Of(Read("max\n x + y\nst\n 3 x + 7 y <= 0.3\n 0.3 x + 0.7 y >= 0.03\nend"));
        canonical.Rows.Should().ContainSingle().Which.IsEquality.Should().BeTrue();
    }

    private static Model Read(string text) => ModelFormat.Lp.Read(text).Value;
}
