using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Understanding.Text;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class TokenizerTests
{
    [Theory]
    [InlineData("It's 1,250.5kg.", "It 's 1,250.5 kg .")]
    [InlineData("don't sell 30%-off", "don't sell 30 % - off")]
    [InlineData("oak/pine (2)", "oak / pine ( 2 )")]
    [InlineData("10.", "10 .")]
    [InlineData("", "")]
    public void Texts_are_cut_into_words_numbers_and_signs(string text, string tokens) =>
        string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Raw)).Should().Be(tokens);

    [Theory]
    [InlineData("Make 3. Sell 4! Why? So; yes", 5)]
    [InlineData("It costs $3.50 a piece, e.g. for you.", 1)]
    [InlineData("One line\nand its end.\n\nAnother paragraph", 2)]
    [InlineData("Points:\n- first\n- second", 3)]
    public void Sentences_end_at_marks_and_paragraphs(string text, int count) => Tokenizer.Tokenize(text)[^1].Sentence.Should().Be(count - 1);

    [Property(MaxTest = 500)]
    public void Tokens_stand_in_order_where_they_say(string? text)
    {
        var given = text ?? "";
        var end = 0;
        foreach (var token in Tokenizer.Tokenize(given))
        {
            token.Start.Should().BeGreaterThanOrEqualTo(end);
            given[token.Start..token.End].Should().Be(token.Raw);
            end = token.End;
        }
    }

    [Theory]
    [InlineData("boxes", "box")]
    [InlineData("batteries", "battery")]
    [InlineData("knives", "knife")]
    [InlineData("glass", "glass")]
    [InlineData("glasses", "glass")]
    [InlineData("buses", "bus")]
    [InlineData("chairs", "chair")]
    [InlineData("people", "person")]
    [InlineData("craftsmen", "craftsman")]
    [InlineData("specimen", "specimen")]
    [InlineData("ads", "ad")]
    [InlineData("bus", "bus")]
    [InlineData("his", "his")]
    public void Stems_are_singular(string word, string stem) => Stemmer.Stem(word).Should().Be(stem);
}
