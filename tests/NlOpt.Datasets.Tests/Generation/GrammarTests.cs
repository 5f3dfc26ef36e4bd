using FluentAssertions;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Policies.Scenarios;
using Xunit;

namespace NlOpt.Datasets.Tests.Generation;

public class GrammarTests
{
    private static string Said(string phrases, BankSplit split, ulong seed, Scope? scope = null)
    {
        var draft = new TextDraft(Spelling.American);
        new Speaker(PhraseBook.Read([phrases]), split, new RandomNumbers(seed)).Say("s", scope ?? new Scope(), draft);
        return FinishedText.Of(draft).Text;
    }

    [Fact]
    public void Held_out_phrases_are_never_said_for_training()
    {
        var phrases = "== s\n" + string.Join('\n', Enumerable.Range(0, 40).Select(index => $"phrase {index}"));
        var held = PhraseBook.Read([phrases])["s"].Select((phrase, index) => (phrase.Split, Words: $"phrase {index}"))
            .Where(phrase => phrase.Split == BankSplit.HeldOut).Select(phrase => phrase.Words).ToList();
        held.Count.Should().BeInRange(5, 16);
        Enumerable.Range(0, 200).Select(seed => Said(phrases, BankSplit.Train, (ulong)seed)).Should().NotContain(text => held.Contains(text));
        var said = Enumerable.Range(0, 200).Select(seed => Said(phrases, BankSplit.HeldOut, (ulong)seed)).ToList();
        said.Should().Contain(text => held.Contains(text)).And.Contain(text => !held.Contains(text));
    }

    [Fact]
    public void The_first_phrase_of_a_section_and_common_ones_are_for_training()
    {
        for (var index = 0; index < 20; index++)
            PhraseBook.Read([$"== s\nfirst {index}\n*2 common {index}"])["s"].Should().OnlyContain(phrase => phrase.Split == BankSplit.Train);
    }

    [Fact]
    public void A_phrase_whose_slot_is_missing_is_not_said() =>
        Enumerable.Range(0, 50).Select(seed => Said("== s\n[{gone}|here]\n{gone} too\n", BankSplit.Train, (ulong)seed)).Should().OnlyContain(text => text == "here");

    [Theory]
    [InlineData("a(n) apple", "an apple")]
    [InlineData("a(n) unit", "a unit")]
    [InlineData("a(n) hour", "an hour")]
    [InlineData("a(n) 8-seater", "an 8-seater")]
    [InlineData("a(n) pear , red .", "a pear, red.")]
    [InlineData("^see . ^then", "See. Then")]
    [InlineData("^a(n) egg", "An egg")]
    public void Texts_are_finished_with_articles_blanks_and_capitals(string pattern, string text) => Said("== s\n" + pattern, BankSplit.Train, 1).Should().Be(text);

    [Fact]
    public void Marks_follow_their_words_through_finishing_and_typing_errors()
    {
        var draft = new TextDraft(Spelling.British);
        draft.Write(TextDraft.Capital + "please  maximize " + TextDraft.Article + " ").Marked(MarkKind.Variable, 1, "odd liter").Write(" , and something longer ").Marked(MarkKind.Limit, 2, "40");
        var finished = FinishedText.Of(draft);
        finished.Text.Should().Be("Please maximise an odd litre, and something longer 40");
        for (ulong seed = 0; seed < 30; seed++)
        {
            var wrong = TypingError.In(finished, new RandomNumbers(seed));
            wrong.Marks.Select(mark => wrong.Text[mark.Start..mark.End]).Should().Equal("odd litre", "40");
        }
    }

    [Theory]
    [InlineData("== s\n[open")]
    [InlineData("== s\n{open")]
    [InlineData("== s\n{}")]
    [InlineData("== s\nclosed]")]
    [InlineData("== s\n<at most")]
    [InlineData("== s\n@nowhere")]
    [InlineData("nothing before")]
    [InlineData("== s\n*x much")]
    public void Malformed_phrases_are_refused(string phrases) => FluentActions.Invoking(() => PhraseBook.Read([phrases])).Should().Throw<InvalidDataException>();

    [Fact]
    public void The_embedded_phrases_are_many_and_some_are_held_out()
    {
        var book = PhraseBook.Embedded;
        var phrases = book.Sections.SelectMany(section => book[section]).ToList();
        phrases.Should().HaveCountGreaterThan(300);
        ((double)phrases.Count(phrase => phrase.Split == BankSplit.HeldOut) / phrases.Count).Should().BeInRange(0.1, 0.3);
        foreach (var section in book.Sections) book[section].Should().Contain(phrase => phrase.Split == BankSplit.Train, "{0} needs words for training", section);
    }
}
