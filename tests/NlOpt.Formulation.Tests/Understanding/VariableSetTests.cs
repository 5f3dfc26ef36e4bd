using FluentAssertions;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>How names become variables. Tagged names stand in square brackets.</summary>
public class VariableSetTests
{
    [Theory]
    [InlineData("We make [chairs] and [tables]. A [chair] takes 3 hours, a [table] 5.", "chair | table")]
    [InlineData("We make [oak chairs] and [tables]. A [chair] takes 3 hours, a [table] 5.", "chair, oak chair | table")]
    [InlineData("We make [oak chairs] and [pine chairs], at most 40 [chairs].", "oak chair | pine chair")]
    [InlineData("We make [mugs], [plates] and [bowls]. A [mug] needs 3 pounds of clay.", "mug | plate | bowl")]
    [InlineData("We sell [lamps]. Each [lamp] earns $3. We also sell [rugs].", "lamp | rug")]
    [InlineData("We make nothing.", "")]
    public void Names_are_grouped_by_rule(string text, string variables)
    {
        var (tokens, labels) = Tagged(text);
        NameClustering.Cluster(tokens, TaggedName.Find(tokens, labels)).Signature.Should().Be(variables);
    }

    [Theory]
    [InlineData("Sell honey, candles and soap. Honey earns $3.", "candle|soap", "honey | candle | soap")]
    [InlineData("Sell candles, soap and honey. Honey earns $3.", "candle|soap", "candle | soap | honey")]
    [InlineData("Sell honey, wax, candles and soap. Honey earns $3, wax $2.", "candle|soap", "honey | wax | candle | soap")]
    [InlineData("Sell honey, candles and soap.", "candle|soap", null)]
    [InlineData("Sell candles and soap. Honey is sold out; honey sells well.", "candle|soap", null)]
    public void Lists_complete_a_set(string text, string known, string? completed)
    {
        var (tokens, labels) = Tagged(text);
        var set = Enumeration.Complete(tokens, Set(known), CandidateName.Find(tokens, labels, [], ParallelNames.Find(tokens), NameLists.Find(tokens, [])));
        (set?.Signature).Should().Be(completed);
    }

    [Fact]
    public void What_things_are_measured_in_is_no_candidate()
    {
        var (tokens, labels) = Tagged("Mix 20 kg of oats. A kg of oats costs $2, a square metre of foil costs $3. Foil covers 9 square metres.");
        var candidates = CandidateName.Find(tokens, labels, [], ParallelNames.Find(tokens), NameLists.Find(tokens, []));
        candidates.ConvertAll(candidate => candidate.Key.ToString()).Should().Contain("oat").And.NotContain(["kg", "metre", "square metre"]);
    }

    [Theory]
    [InlineData("Press A prints 10 sheets and costs $500. Press B prints 30 sheets and costs $1200.", "press a", "press b")]
    [InlineData("Running shop 1 for an hour costs $50. Running shop 2 for an hour costs $75.", "shop 1", "shop 2")]
    [InlineData("Each stool takes 2 hours of sanding while each bench takes 3 hours of sanding.", "stool", "bench")]
    public void Clauses_told_alike_name_the_variables(string text, string left, string right)
    {
        var names = ParallelNames.Find(Tokenizer.Tokenize(text));
        names.Of(new NameKey(left.Split(' ')), new NameKey(right.Split(' '))).Should().NotBeNull().And.Match<ParallelNames.Support>(support => support.IsFirst);
    }

    [Fact]
    public void Clauses_told_differently_name_nothing() =>
        ParallelNames.Find(Tokenizer.Tokenize("A grower has 50 acres of land. At least 10 stools must be made by two workers.")).Keys.Should().BeEmpty();

    [Theory]
    [InlineData("Oak chairs sell well; an oak chair costs $3, a table $4.", "oak chair|table", "Oak chairs=0 oak chair=0 table=1")]
    [InlineData("A beef taco and a fish taco are sold. Each beef taco needs 2 ounces of beef.", "beef taco,beef|fish taco", "beef taco=0 fish taco=1 beef taco=0")]
    [InlineData("Electric cars and diesel cars are built; each electrical car needs 3 days.", "electric car|diesel car", "Electric cars=0 diesel cars=1 electrical car=0")]
    [InlineData("Pine is cheap. Pine tables and oak tables are made.", "pine table|oak table", "Pine=0 Pine tables=0 oak tables=1")]
    [InlineData("Red. Wine is cheap.", "red wine|beer", "Red=0")]
    [InlineData("Nothing is said.", "chair|table", "")]
    public void Every_place_of_a_name_is_found(string text, string variables, string places)
    {
        var tokens = Tokenizer.Tokenize(text);
        var found = Occurrences.Find(tokens, Set(variables));
        string.Join(' ', found.Select(place => $"{text[tokens[place.First].Start..tokens[place.End - 1].End]}={place.Variable}")).Should().Be(places);
    }

    private static VariableSet Set(string variables) => new([.. variables.Split('|')
        .Select(names => (IReadOnlyList<NameKey>)[.. names.Split(',').Select(name => new NameKey(name.Split(' ')))])]);

    private static (Token[] Tokens, int[] Labels) Tagged(string text)
    {
        var starts = new List<(int Start, int End)>();
        var plain = "";
        foreach (var part in text.Split('['))
        {
            var end = part.IndexOf(']', StringComparison.Ordinal);
            if (end >= 0) starts.Add((plain.Length, plain.Length + end));
            plain += part.Replace("]", "", StringComparison.Ordinal);
        }

        var tokens = Tokenizer.Tokenize(plain);
        var labels = Array.ConvertAll(tokens, token => starts.FindIndex(name => name.Start == token.Start) >= 0 ? Tag.Begin(TagKind.Variable)
            : starts.Exists(name => name.Start < token.Start && token.End <= name.End) ? Tag.Inside(TagKind.Variable) : Tag.Outside);
        return (tokens, labels);
    }
}
