using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Policies.Tsddr.Networks;
using Xunit;

namespace NlOpt.Solvers.Tests.Tsddr;

public class NetworkShapeTests
{
    [Theory]
    [InlineData("linear", 297)]
    [InlineData("mlp 64,64", 1728 + 4160 + 715)]
    [InlineData("lstm 128 head 256,256", 4 * 140 * 128 + 144 * 256 + 257 * 256 + 257 * 11)]
    [InlineData("lstm 32,16", 4 * 44 * 32 + 4 * 49 * 16 + 32 * 11)]
    public void Shapes_are_read_written_and_made(string text, int parameters)
    {
        var shape = NetworkShape.Parse("  " + text.Replace(" ", "  ", StringComparison.Ordinal)).Value;
        shape.ToString().Should().Be(text);
        NetworkShape.Parse(shape.ToString()).Value.Should().Be(shape);
        var network = shape.Make(26, 11, 11);
        (network.InputSize, network.OutputSize, network.ParameterCount).Should().Be((26, 11, parameters));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mlp")]
    [InlineData("mlp 0")]
    [InlineData("mlp 64,")]
    [InlineData("mlp -3")]
    [InlineData("mlp 64 64")]
    [InlineData("mlp 99999999999999999999")]
    [InlineData("mlp 4097")]
    [InlineData("mlp 1,1,1,1,1,1,1,1,1")]
    [InlineData("lstm")]
    [InlineData("lstm 128 head")]
    [InlineData("linear 3")]
    [InlineData("transformer 8")]
    public void Nonsense_ends_in_a_diagnostic(string text) =>
        NetworkShape.Parse(text).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("network.shape");

    [Property]
    public bool Reading_never_throws(string? text) => text is null || NetworkShape.Parse(text).Diagnostics.Length <= 1;
}
