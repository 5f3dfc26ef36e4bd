using FluentAssertions;
using NlOpt.Understanding.Layout;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public sealed class ListLayoutTests
{
    private const string Listed = """
        Great! Let me go over it:

        - You bake buns and cakes.
        - A bun takes 3 minutes, a cake 20 minutes.
        - There are no other limits on what you bake.
        2. You have 400 minutes in all.
        - Your goal is to make the **largest** profit: $1 a bun, $9 a cake.

        Is this all correct, and can I start to maximize?
        """;

    [Fact]
    public void A_text_without_a_list_is_left_as_it_is()
    {
        const string text = "Great! A shop sells tea - green and black. There are no other limits.\n- One dash makes no list.\nIs this correct?";
        ListLayout.Plain(text).Should().BeSameAs(text);
    }

    [Fact]
    public void Only_the_problem_is_left_of_a_list()
    {
        Words(ListLayout.Plain(Listed)).Should().Be(
            "You bake buns and cakes. A bun takes 3 minutes, a cake 20 minutes. You have 400 minutes in all. "
            + "Your goal is to make the largest profit: $1 a bun, $9 a cake.");
    }

    [Fact]
    public void What_is_left_keeps_its_place()
    {
        var plain = ListLayout.Plain(Listed);
        plain.Length.Should().Be(Listed.Length);
        foreach (var words in new[] { "buns and cakes", "20 minutes", "400 minutes", "$9 a cake" })
            plain.IndexOf(words, StringComparison.Ordinal).Should().Be(Listed.IndexOf(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_item_begins_a_sentence_of_its_own() =>
        ListLayout.Plain("We have:\n- 3 hens\n  * 4 geese\n1) 5 ducks").Should().Be("We have:\n\n 3 hens\n  \n 4 geese\n\n  5 ducks".Replace("We have:", "        "));

    [Theory]
    [InlineData("There is no limit on buns, but at most 40 cakes.")]
    [InlineData("You do not want more cakes than buns.")]
    [InlineData("The number of cakes must not exceed the number of buns.")]
    public void A_limit_is_never_dropped_for_its_no(string item) => ListLayout.Plain($"- {item}\n- A bun takes 3 minutes.").Should().Contain(item);

    [Fact]
    public void The_goal_stays_when_only_the_closing_says_it()
    {
        const string closing = "If all is right, can we go on to maximize your profit?";
        ListLayout.Plain($"- A bun brings $1.\n- A cake brings $9.\n{closing}").Should().Contain(closing);
        ListLayout.Plain($"- A bun brings $1.\n- Maximize the profit.\n{closing}").Should().NotContain(closing);
    }

    [Theory]
    [InlineData("There are no other limits, and your goal is to sell much.", "your goal is to sell much.")]
    [InlineData("There is no limit on carts, but the sleds are at most 5.", "the sleds are at most 5.")]
    [InlineData("Use few carts, with no specific limit on sleds.", "Use few carts,.")]
    public void What_is_void_goes_and_the_rest_stays(string item, string rest) =>
        Words(ListLayout.Plain($"- {item}\n- Maximize the profit.")).Should().StartWith(Words(rest).TrimEnd('.').TrimEnd(','));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
