using FluentAssertions;
using NlOpt.Dialogue.Elicitation;
using Xunit;

namespace NlOpt.Dialogue.Tests.Elicitation;

public class AmountAnswersTests
{
    private static readonly AmountAnswers Answers = new(["lamps", "chairs"]);
    private static readonly Ask.Need Hours = new(new Note("There are 100 hours of work.", 0, NoteKind.Rule, 0), "hours of work", false, [0, 1]);

    [Theory]
    [InlineData("2 and 3", "Each of the lamps takes 2 hours of work and each of the chairs takes 3 hours of work.")]
    [InlineData("A lamp takes 2 and a chair 3", "Each of the lamps takes 2 hours of work and each of the chairs takes 3 hours of work.")]
    [InlineData("3 for a chair, 2 for one lamp", "Each of the chairs takes 3 hours of work and each of the lamps takes 2 hours of work.")]
    [InlineData("5 each", "Each of the lamps takes 5 hours of work and each of the chairs takes 5 hours of work.")]
    [InlineData("2 and 0", "Each of the lamps takes 2 hours of work.")]
    public void Makes_whole_sentences(string message, string expected)
    {
        var note = Answers.Need(message, Answers.Assign(message, [0, 1])!.Value, Hours);
        note.Text.Should().Be(expected);
        note.Amounts.Should().NotBeEmpty();
        note.Amounts.Should().OnlyContain(amount => note.Text.Substring(amount.Start, amount.End - amount.Start) == amount.Value.ToString("0"));
    }

    [Fact]
    public void Leaves_amounts_in_another_unit_to_the_reader()
    {
        const string Message = "120 minutes and 90 minutes";
        var note = Answers.Need(Message, Answers.Assign(Message, [0, 1])!.Value, Hours);
        note.Text.Should().Be("Each of the lamps takes 120 minutes of work and each of the chairs takes 90 minutes of work.");
        note.Amounts.Should().BeEmpty();
    }

    [Theory]
    [InlineData("no idea")]
    [InlineData("1, 2 and 3")]
    [InlineData("a lamp takes 2 and a chair takes 3 or 4")]
    public void Does_not_guess(string message) => Answers.Assign(message, [0, 1]).Should().BeNull();
}
