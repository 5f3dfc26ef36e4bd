using System.Text.RegularExpressions;
using FluentAssertions;
using NlOpt.Datasets.Generation.Banks;
using Xunit;

namespace NlOpt.Datasets.Tests.Generation;

/// <summary>What all banks together must offer.</summary>
public partial class BankCoverageTests
{
    private static readonly HashSet<string> Qualifiers =
    [
        "small", "medium", "large", "big", "and", "of", "the", "in", "full", "part", "time", "day", "night", "open", "session", "item", "a", "b", "c", "d", "pair",
    ];

    [Fact]
    public void There_are_at_least_28_domains_and_about_a_fifth_of_them_is_held_out()
    {
        BankLoader.All.Length.Should().BeGreaterThanOrEqualTo(28);
        var share = BankLoader.All.Count(bank => bank.Bank == BankSplit.HeldOut) / (double)BankLoader.All.Length;
        share.Should().BeInRange(0.15, 0.25);
    }

    [Fact]
    public void Held_out_domains_share_no_nouns_with_the_others()
    {
        var train = BankLoader.All.Where(bank => bank.Bank == BankSplit.Train).SelectMany(Nouns).ToHashSet();
        foreach (var bank in BankLoader.All.Where(bank => bank.Bank == BankSplit.HeldOut))
            Nouns(bank).Where(train.Contains).Distinct().Should().BeEmpty($"{bank.Domain} is held out");
    }

    [Fact]
    public void Every_kind_of_amount_name_and_measure_occurs_on_both_sides()
    {
        foreach (var side in BankLoader.All.GroupBy(bank => bank.Bank))
        {
            var families = side.SelectMany(bank => bank.Families).ToList();
            families.SelectMany(family => family.Amounts).Select(amount => amount.Flow).Distinct().Should().BeEquivalentTo(Enum.GetValues<AmountFlow>());
            families.Should().Contain(family => family.Head != null).And.Contain(family => family.Measure != null).And.Contain(family => !family.Whole)
                .And.Contain(family => !family.Groups.IsEmpty);
            families.Should().Contain(family => family.Names.Any(name => name.Name.Any(char.IsDigit)), "names hold digits");
            families.Should().Contain(family => HasNameInName(family), "names hold names");
            families.Should().Contain(family => HasResourceInName(family), "names hold resource words");
        }
    }

    private static bool HasNameInName(Family family)
    {
        var names = family.Names.Select(name => name.Name.Split('/')[0]).ToList();
        return names.Any(outer => names.Any(inner => inner != outer && outer.EndsWith(" " + inner, StringComparison.Ordinal)));
    }

    private static bool HasResourceInName(Family family) => family.Amounts.Any(amount =>
        family.Names.Any(name => name.Name.Split('/')[0].Split(' ').Intersect(amount.What.Split('/')[0].Split(' ')).Any()));

    /// <summary>The words of names, of what the things are together, and of the amounts that are no money and no plain measure.</summary>
    private static IEnumerable<string> Nouns(DomainBank bank) => bank.Families
        .SelectMany(family => family.Names.Select(name => name.Name)
            .Concat(family.Groups.Select(group => group.Name))
            .Concat(family.Amounts.Where(amount => amount.Flow is not (AmountFlow.Earns or AmountFlow.Costs)).Select(amount => amount.What)))
        .SelectMany(name => Word().Matches(name.ToLowerInvariant()).Select(match => match.Value))
        .Where(word => !Qualifiers.Contains(word));

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
