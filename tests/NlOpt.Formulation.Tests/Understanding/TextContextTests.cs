using FluentAssertions;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class TextContextTests
{
    [Theory]
    [InlineData("How many of each minimize the cost?", true)]
    [InlineData("How many of each maximise the profit?", false)]
    [InlineData("Use as few vans as possible.", true)]
    [InlineData("Spend as little money as possible.", true)]
    [InlineData("Carry as many crates as possible.", false)]
    [InlineData("The goal is to reduce waste as much as possible.", true)]
    [InlineData("Your aim is to maximize sales as much as possible.", false)]
    [InlineData("The goal is to use as little water as possible, whatever the maximum height.", true)]
    [InlineData("What is the cheapest mix?", true)]
    [InlineData("What mix will lower the cost?", true)]
    [InlineData("It wants to lower the cost. What is the best plan?", true)]
    [InlineData("How many of each keep the cost at a minimum?", true)]
    [InlineData("What is the highest profit?", false)]
    public void The_direction_of_the_objective_is_told_by_its_words(string text, bool isMinimization)
    {
        var tokens = Tokenizer.Tokenize(text);
        var context = new TextContext(tokens, new int[tokens.Length], QuantityReader.Read(tokens));
        context.ObjectiveCue.Should().NotBeNull();
        context.IsMinimization.Should().Be(isMinimization);
    }

    [Theory]
    [InlineData("Spend a minimum of 40% on carts.")]
    [InlineData("No maximum limit is known.")]
    public void The_extreme_of_a_limit_is_no_goal(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        new TextContext(tokens, new int[tokens.Length], QuantityReader.Read(tokens)).ObjectiveCue.Should().BeNull();
    }
}
