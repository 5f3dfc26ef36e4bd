using FluentAssertions;
using NlOpt.Cli.Chat;
using Xunit;

namespace NlOpt.Pipeline.Tests.Chat;

/// <summary>What lines of a conversation ask for.</summary>
public class ChatOrderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_blank_line_asks_for_nothing(string line) => ChatOrder.Of(line).Should().Be(new ChatOrder.Nothing());

    [Theory]
    [InlineData("at most 30 chairs")]
    [InlineData("we need help in the shop")]
    [InlineData("1/2 of them")]
    public void What_begins_with_no_slash_is_a_message(string line) => ChatOrder.Of(line + " ").Should().Be(new ChatOrder.Say(line));

    [Theory]
    [InlineData("/help", "Help")]
    [InlineData("/?", "Help")]
    [InlineData("help", "Help")]
    [InlineData("/show", "Show")]
    [InlineData("/MODEL", "Model")]
    [InlineData("/solve ", "Solve")]
    [InlineData("/why", "Why")]
    [InlineData("/undo", "Undo")]
    [InlineData("/quit", "Quit")]
    [InlineData("quit", "Quit")]
    [InlineData("exit", "Quit")]
    public void A_command_stands_alone(string line, string name) =>
        ChatOrder.Of(line).Should().Be(new ChatOrder.Plain(Enum.Parse<ChatCommandName>(name)));

    [Fact]
    public void Changes_are_told_apart_by_semicolons() =>
        ChatOrder.Of("/whatif chairs <= 30; ; without rule 2").Should().BeOfType<ChatOrder.WhatIf>()
            .Which.Changes.Should().Equal("chairs <= 30", "without rule 2");

    [Theory]
    [InlineData("/save my plan.json", "my plan.json")]
    [InlineData("/save \"my plan.json\"", "my plan.json")]
    [InlineData("/save 'a'", "a")]
    [InlineData("/save \"", "\"")]
    public void File_names_may_have_blanks_and_quotes(string line, string path) => ChatOrder.Of(line).Should().Be(new ChatOrder.Save(path));

    [Fact]
    public void A_file_can_be_loaded() => ChatOrder.Of("/load talk.json").Should().Be(new ChatOrder.Load("talk.json"));

    [Theory]
    [InlineData("/export lp plan.lp", "lp", "plan.lp")]
    [InlineData("/export CSharp  Plan.cs", "csharp", "Plan.cs")]
    public void A_model_is_exported_in_a_format(string line, string format, string path) =>
        ChatOrder.Of(line).Should().Be(new ChatOrder.Export(format, path));

    [Theory]
    [InlineData("/frobnicate", "/frobnicate")]
    [InlineData("/", "/help")]
    [InlineData("/whatif", "chairs <= 30")]
    [InlineData("/whatif ;;", "chairs <= 30")]
    [InlineData("/save", "/save plan.json")]
    [InlineData("/load", "/load plan.json")]
    [InlineData("/export", "csharp")]
    [InlineData("/export lp", "/export lp plan.lp")]
    [InlineData("/export docx plan.docx", "latex")]
    [InlineData("/undo twice", "twice")]
    public void What_cannot_be_followed_says_what_to_type(string line, string expected) =>
        ChatOrder.Of(line).Should().BeOfType<ChatOrder.Refused>().Which.Reason.Should().Contain(expected);

    [Theory]
    [InlineData("two\tchairs", "two chairs")]
    [InlineData("two\u001b[D\u001b[3~\u001bOA chairs\r", "two chairs")]
    [InlineData("caf\u00e9 \U0001F600", "caf\u00e9 \U0001F600")]
    public void Keys_that_are_no_text_are_left_out(string raw, string text) => ChatLine.Of(raw, isCut: false).Should().Be(new ChatLine(text, null));

    [Theory]
    [InlineData("bell \u0007", "no text")]
    [InlineData("title \u001b]0;mine", "no text")]
    [InlineData("broken \uFFFD", "no text")]
    [InlineData("nul \0", "no text")]
    public void Lines_that_are_no_text_are_refused(string raw, string reason) => ChatLine.Of(raw, isCut: false).Complaint.Should().Contain(reason);

    [Fact]
    public void A_line_that_is_too_long_is_refused()
    {
        ChatLine.Of(new string('a', ChatLine.MostCharacters), isCut: false).Complaint.Should().BeNull();
        ChatLine.Of(new string('a', ChatLine.MostCharacters + 1), isCut: false).Complaint.Should().Contain("2000 characters");
    }

    [Fact]
    public void Endless_lines_are_skipped_to_their_end()
    {
        using var lines = new LineSource(() => new MemoryStream([.. Enumerable.Repeat((byte)'a', 5 << 20), (byte)'\n', (byte)'b']));
        lines.Next(CancellationToken.None)!.Complaint.Should().Contain("longer");
        lines.Next(CancellationToken.None)!.Text.Should().Be("b");
        lines.Next(CancellationToken.None).Should().BeNull();
    }
}
