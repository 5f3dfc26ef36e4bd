using System.Text.RegularExpressions;
using FluentAssertions;
using NlOpt.Agents.Checking;
using NlOpt.Agents.Formulating;
using NlOpt.Agents.Masking;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using Xunit;

namespace NlOpt.Pipeline.Tests.Agents;

public sealed partial class MaskingFormulatorTests
{
    private const string Text =
        "The Hinterberg pottery makes bowls and jugs. Each bowl takes 3 pounds of clay and 20 minutes at the wheel, and each jug takes 5 pounds of clay and 45 minutes at "
        + "the wheel. There are 200 pounds of clay and 20 hours at the wheel. At least 6 jugs must be made for Anna, and jugs are at least 25% of all pieces. "
        + "The profit is $9 per bowl and $16.50 per jug. How many bowls and jugs should the pottery make to maximize its profit?";

    private static readonly NoteReader Notes = new();

    [Fact]
    public void Neither_names_nor_numbers_leave_and_all_come_back()
    {
        var inner = new Watched(new EmbeddedReader());
        var masked = new MaskingFormulator(inner, Notes).Formulate(Source.Of(Text));
        inner.Seen.Should().NotContainAny("Hinterberg", "bowl", "Bowl", "jug", "Anna", "16.50", "200 pounds", "25%", "$9 ");
        inner.Seen.Should().Contain("pounds of clay").And.Contain("maximize its profit");
        var plain = new EmbeddedReader().Formulate(Source.Of(Text)).Value.Best;
        var restored = masked.Value.Best;
        FormulationCheck.Check(restored).Should().BeEmpty();
        restored.Source.Turns.Should().Equal(Text);
        restored.Variables.Select(variable => variable.Name).Should().Equal("bowls", "jugs");
        FormulationComparison.AreEqual(restored, plain).Should().BeTrue();
        restored.Statements.SelectMany(statement => statement.Numbers).Where(number => number.Evidence is not null)
            .Should().OnlyContain(number => char.IsAsciiDigit(restored.Source.Quote(number.Evidence!.Value).TrimStart('$')[0]));
        restored.Ledger.Should().Contain(entry => entry.Value == 16.5).And.Contain(entry => entry.Value == 0.25);
    }

    [Fact]
    public void The_model_sees_the_masked_text_alone()
    {
        string? sent = null;
        using var client = new ScriptedChatClient().On("variables", () => """{"variables":[],"reason":"the text about Nobody"}""");
        var read = new MaskingFormulator(new AgentFormulator(client.Kernel()), Notes).Formulate(Source.Of(Text));
        sent = client.Requests[0].Messages[1].Text;
        sent.Should().NotContainAny("Hinterberg", "bowl", "jug", "Anna", "16.50");
        read.Diagnostics.Should().ContainSingle(diagnostic => diagnostic.Code == "read.not-a-problem");
    }

    [Fact]
    public void Messages_about_masked_words_speak_of_the_real_ones()
    {
        var inner = new Watched(new Refusing());
        var read = new MaskingFormulator(inner, Notes).Formulate(Source.Of(Text));
        read.Diagnostics[0].Message.Should().Contain("bowls");
    }

    [Fact]
    public void Equal_seeds_give_equal_masks_and_others_do_not()
    {
        string Seen(int seed)
        {
            var inner = new Watched(new EmbeddedReader());
            new MaskingFormulator(inner, Notes, seed).Formulate(Source.Of(Text));
            return inner.Seen;
        }

        Seen(1).Should().Be(Seen(1)).And.NotBe(Seen(2));
    }

    private sealed class Watched(IFormulator inner) : IFormulator
    {
        public string Seen { get; private set; } = "";

        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
        {
            Seen = string.Join('\n', source.Turns);
            return inner.Formulate(source, cancellationToken);
        }
    }

    /// <summary>Refuses with the word of the text that stands where the bowls stood.</summary>
    private sealed partial class Refusing : IFormulator
    {
        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default) =>
            Result.Failure<Reading>(Diagnostic.Error("read.test", $"what are {Made().Match(source.Turns[0]).Groups[1].Value}?"));

        [GeneratedRegex(@"makes (\w+)")]
        private static partial Regex Made();
    }
}
