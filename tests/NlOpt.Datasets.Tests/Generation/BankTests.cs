using FluentAssertions;
using NlOpt.Datasets.Generation.Banks;
using Xunit;

namespace NlOpt.Datasets.Tests.Generation;

public class BankTests
{
    private static readonly string Small = """
        { "domain": "d", "bank": "held-out", "agents": ["a cook/she", "Ann/she", "you/you"], "families": [ {
          "names": [ { "name": "pie/pies" }, { "name": "tart/tarts" } ], "together": "cake/cakes", "verbs": ["bake/bakes/baked/baking"],
          "amounts": [
            { "id": "a", "flow": "uses", "what": "egg/eggs", "verbs": ["needs/need"], "from": 1, "to": 5 },
            { "id": "b", "flow": "uses", "what": "milk", "unit": "cup/cups", "verbs": ["needs/need"], "from": 1, "to": 5 },
            { "id": "c", "flow": "earns", "what": "profit", "unit": "$", "verbs": ["earns/earn"], "from": 1, "to": 5, "goals": ["profit"] } ] } ] }
        """;

    [Fact]
    public void Every_embedded_bank_is_well_formed() =>
        BankLoader.All.Should().NotBeEmpty().And.OnlyContain(bank => bank.Families.Length > 0).And.OnlyHaveUniqueItems(bank => bank.Domain);

    [Fact]
    public void A_bank_is_read_as_written()
    {
        var bank = BankLoader.Read("d", Small);
        bank.Bank.Should().Be(BankSplit.HeldOut);
        bank.Families[0].Amounts[1].Unit.Should().Be("cup/cups");
        bank.Families[0].Link.Should().Be("of");
    }

    [Theory]
    [InlineData("\"held-out\"", "\"measured\"")]
    [InlineData("\"together\"", "\"togethr\"")]
    [InlineData("\"from\": 1", "\"from\": 0")]
    [InlineData("a cook/she", "a cook")]
    [InlineData("bake/bakes/baked/baking", "bake")]
    [InlineData("\"goals\": [\"profit\"]", "\"goals\": []")]
    [InlineData("\"domain\": \"d\"", "\"domain\": \"e\"")]
    [InlineData("\"together\"", "\"openings\": [\"{agent} bakes.\"], \"together\"")]
    [InlineData("\"goals\": [\"profit\"]", "\"goals\": [\"profit\"], \"isPartial\": true")]
    public void A_mistake_in_a_bank_is_refused(string right, string wrong) =>
        FluentActions.Invoking(() => BankLoader.Read("d", Small.Replace(right, wrong, StringComparison.Ordinal))).Should().Throw<InvalidDataException>();
}
