using FluentAssertions;
using FsCheck;
using FsCheck.Xunit;
using NlOpt.Cli;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

public class VisibleTextTests
{
    [Theory]
    [InlineData("two\nlines\tand  spaces ", "two lines and spaces")]
    [InlineData("\u001b[31mred\u0007", "␛[31mred␇")]
    [InlineData("\u009b31m\u202egnirts\u007f", "�31m�gnirts␡")]
    [InlineData("crème brûlée ≤ 5 €", "crème brûlée ≤ 5 €")]
    public void Control_characters_are_shown_and_not_obeyed(string text, string shown) => VisibleText.OneLine(text).Should().Be(shown);

    [Property]
    public void No_text_holds_a_control_character(NonNull<string> text)
    {
        VisibleText.OneLine(text.Get).Should().NotMatchRegex(@"[\p{Cc}]");
        VisibleText.Lines(text.Get).Should().NotMatchRegex(@"[\p{Cc}-[\n\t]]");
    }
}
