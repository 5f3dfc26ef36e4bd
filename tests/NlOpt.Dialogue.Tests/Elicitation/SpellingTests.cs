using FluentAssertions;
using NlOpt.Dialogue.Elicitation;
using Xunit;

namespace NlOpt.Dialogue.Tests.Elicitation;

public class SpellingTests
{
    private static readonly HashSet<string> Names = new(["lamps", "wardrobes"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Known = new(["varnish"], StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData("At laest 3 wardorbes", "At least 3 wardrobes")]
    [InlineData("5 litres of varnsih", "5 litres of varnish")]
    [InlineData("Mximum 4 lmaps", "Maximum 4 lamps")]
    [InlineData("wooden camps", "wooden camps")]
    public void Mends_one_slip_in_known_words(string message, string expected) => Spelling.Mend(message, Names, Known).Should().Be(expected);
}
