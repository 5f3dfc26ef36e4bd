using FluentAssertions;
using NlOpt.Policies.Sddp.RiskMeasures;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>Risk measures are read as their names are written.</summary>
public class RiskMeasureTextTests
{
    [Theory]
    [InlineData("expectation")]
    [InlineData("worst-case")]
    [InlineData("avar(0.25)")]
    [InlineData("avar(1)")]
    [InlineData("0.5 expectation + 0.5 avar(0.1)")]
    [InlineData("0.2 worst-case + 0.3 avar(0.1) + 0.5 expectation")]
    public void A_name_is_read_back(string name) => RiskMeasureText.Parse(name).Value.Name.Should().Be(name);

    [Theory]
    [InlineData("")]
    [InlineData("hope")]
    [InlineData("avar()")]
    [InlineData("avar(0)")]
    [InlineData("avar(1.1)")]
    [InlineData("avar(NaN)")]
    [InlineData("avar(-0.1)")]
    [InlineData("0.5 expectation")]
    [InlineData("0.5 expectation + 0.6 worst-case")]
    [InlineData("-0.5 expectation + 1.5 worst-case")]
    [InlineData("+")]
    public void Anything_else_is_refused(string text) => RiskMeasureText.Parse(text).Diagnostics[0].Code.Should().Be("sddp.risk-measure");
}
