using FluentAssertions;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>The options of <c>nlopt train-reader</c>. Training itself takes minutes and is tested on tiny problems beside the reader.</summary>
public sealed class TrainReaderCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_option_may_be_left_out()
    {
        var run = Run("train-reader", "--out", _folder.Path);
        run.ExitCode.Should().Be(3, "the options are fine and only the data are missing: {0}", run.Error);
    }

    [Theory]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "many")]
    [InlineData("--cross-validate", "1")]
    public void A_number_out_of_range_is_refused(string option, string value)
    {
        var run = Run("train-reader", "--out", _folder.Path, option, value);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(option).And.Contain(value);
    }

    /// <summary>Runs with a data folder that holds nothing.</summary>
    private CommandRun Run(params string[] arguments) => CommandRun.With(CommandRun.Real with { ConfiguredData = _folder.Path }, "", arguments);
}
