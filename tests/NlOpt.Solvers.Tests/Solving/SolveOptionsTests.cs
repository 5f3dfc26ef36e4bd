using FluentAssertions;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Solvers.Tests.Solving;

public sealed class SolveOptionsTests
{
    [Fact]
    public void Defaults_are_the_documented_ones() =>
        SolveOptions.Default.Should().Be(new SolveOptions { TimeLimit = null, RelativeGap = 0, Threads = 1, Seed = 0 });

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        foreach (var mistake in new Func<SolveOptions>[]
        {
            () => new SolveOptions { TimeLimit = TimeSpan.Zero },
            () => new SolveOptions { TimeLimit = TimeSpan.FromSeconds(-1) },
            () => new SolveOptions { RelativeGap = -0.1 },
            () => new SolveOptions { RelativeGap = 1 },
            () => new SolveOptions { RelativeGap = double.NaN },
            () => new SolveOptions { Threads = 0 },
            () => new SolveOptions { Seed = -1 },
        })
        {
            mistake.Should().Throw<ArgumentOutOfRangeException>();
        }
    }
}
