using FluentAssertions;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Variables;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>What problems that are told a second time say: limits said again, words that stand for things, goals told apart.</summary>
public class RetellingTests
{
    private const string Carts = "A cart holds 6 crates. A sled holds 9 crates. Deliver at least 500 crates.";

    [Theory]
    [InlineData(Carts + " Minimize the carts and sleds while delivering at least 500 crates.", "500")]
    [InlineData("You have at least 70 hours of baking. The only limit is the 70 hours of baking.", "70")]
    [InlineData("Put at least 30% of your money, or $3000, in carts.", "3000")]
    [InlineData("Put at least 30% of your money, which is $3000, in carts.", "3000")]
    [InlineData("Use at most 40 barrels. Nothing else limits you but the number of barrels (40).", "40")]
    public void A_limit_that_is_said_again_is_known(string text, string number)
    {
        var context = new Sketch(text, "cart", "sled").Context;
        var again = Array.FindLast(context.Numbers, other => other.Value == double.Parse(number))!;
        context.Restated[again.Position].Should().BeInRange(0, again.Position - 1);
    }

    [Theory]
    [InlineData("There are 40 hours of cutting and 40 hours of sewing.")]
    [InlineData("Use at least 10 carts. Use at least 10 sleds while it snows.")]
    [InlineData("A cart takes 20 minutes. The sled takes 20 crates.")]
    [InlineData("Put at least 30% in carts, or 40 in sleds.")]
    public void Equal_numbers_of_different_things_are_no_repetition(string text) =>
        new Sketch(text, "cart", "sled").Context.Restated.Should().OnlyContain(original => original < 0);

    [Theory]
    [InlineData("A cart holds 6 crates. You need at least 8 of these.", 0)]
    [InlineData("The sled holds 6 crates, and there must be 8 of them.", 1)]
    [InlineData("For the sled, you need 5 ropes. It carries 8 crates.", 1)]
    [InlineData("Each cart costs $5. You earn $20 with each unit.", 0)]
    public void Words_stand_for_the_one_thing_named_before(string text, int variable)
    {
        var context = new Sketch(text, "cart", "sled").Context;
        StandIns.Find(context.Tokens, context.Occurrences).Should().ContainSingle().Which.Variable.Should().Be(variable);
    }

    [Theory]
    [InlineData("Carts and sleds hold crates. You need at least 8 of them.")]
    [InlineData("At least 20 carts are needed, and 16 of them have to be sleds.")]
    [InlineData("A sled is slow. It takes 8 hours to load a cart.")]
    public void What_may_stand_for_several_things_stands_for_none(string text)
    {
        var context = new Sketch(text, "cart", "sled").Context;
        StandIns.Find(context.Tokens, context.Occurrences).Should().BeEmpty();
    }

    [Theory]
    [InlineData("There are 1000 crates and 300 barrels to be delivered.", true)]
    [InlineData("You have 1000 crates that need to be tested.", true)]
    [InlineData("There are 1000 hours to be used.", false)]
    [InlineData("There are 1000 crates, and the carts need to be loaded.", false)]
    public void What_is_to_be_done_is_asked_for(string text, bool isAskedFor)
    {
        var context = new Sketch(text, "cart", "sled").Context;
        OperatorCues.IsAskedFor(context, context.Numbers[0].End).Should().Be(isAskedFor);
    }

    [Theory]
    [InlineData("Minimize the total delivery time.", 0.9, 1)]
    [InlineData("Maximize the wool.", 0.9, 0)]
    [InlineData("The wool is what we want to maximize.", 0.9, 0)]
    [InlineData("Maximize the number of carts and sleds.", 0.9, 2)]
    public void The_goal_favours_the_column_told_with_its_words(string goal, double count, int favoured)
    {
        var sketch = new Sketch("A cart brings 6 bales of wool. A sled brings 9 bales of wool. A cart takes 3 hours. A sled takes 5 hours. " + goal, "cart", "sled");
        List<Column> columns = [Column(sketch, 0, "6", "9"), Column(sketch, 0, "3", "5")];
        double[] probabilities = [(1 - count) / 2, (1 - count) / 2, count];
        ObjectiveRules.Apply(sketch.Context, columns, probabilities, isCount: false);
        probabilities.Sum().Should().BeApproximately(1, 1e-9);
        if (favoured == columns.Count) probabilities[^1].Should().Be(count);
        else probabilities[favoured].Should().BeGreaterThan(0.35);
    }

    private static Column Column(Sketch sketch, int first, params string[] numbers)
    {
        for (var index = 0; index < numbers.Length; index++) sketch[numbers[index]].Variable = first + index;
        return new Column([.. numbers.Select(number => sketch[number])]);
    }
}
