using System.Collections.Frozen;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>
/// A bank in which the nouns of things and amounts are invented words, everywhere alike: who learns from it has to go by the form of what is said. Money, time,
/// measures and verbs stay as they are; sentences of the bank's own are left out, since they speak of what is no more there.
/// </summary>
internal sealed class Disguise
{
    private const int MostAttempts = 20;

    private static readonly string[] Onsets = "b br d dr f fl g gl gr j k kl kr l m n p pl pr r s sk sl sn st t tr v w z".Split(' ');
    private static readonly string[] Vowels = "a e i o u ai ea oo".Split(' ');
    private static readonly string[] Codas = "b d g k l m n nd nk nt p r rd rk rm rn t x".Split(' ');
    private static readonly string[] Endings = "el en er in on or et ot um ard ock ill ade ine".Split(' ');

    private static readonly FrozenSet<string> Kept = (
        "of with and the a an for in by on to at from without per or time hour hours minute minutes second seconds day days week weeks month months year years "
        + "total amount number cost costs price profit revenue wage wages interest return budget needed used made required maximum minimum overall spent").Split(' ').ToFrozenSet();

    private readonly RandomNumbers _random;
    private readonly Dictionary<string, string> _words = new(StringComparer.OrdinalIgnoreCase);

    private Disguise(RandomNumbers random) => _random = random;

    /// <summary>The bank, or with a probability its disguise.</summary>
    public static DomainBank Perhaps(DomainBank bank, double share, RandomNumbers random) =>
        share > 0 && random.Chance(share) ? new Disguise(random).Of(bank) : bank;

    private DomainBank Of(DomainBank bank) => bank with { Families = [.. bank.Families.Select(Of)], Reasons = [], Asides = [] };

    private Family Of(Family family) => family with
    {
        Names = [.. family.Names.Select(name => name with { Name = Pair(name.Name), Short = Known(name.Short), Also = [.. name.Also.Select(Pair)] })],
        Together = Pair(family.Together),
        Head = family.Head is { } head ? Pair(head) : null,
        Groups = [.. family.Groups.Select(group => group with { Name = Pair(group.Name) })],
        Openings = [],
        Amounts = [.. family.Amounts.Select(Of)],
    };

    private Amount Of(Amount amount)
    {
        var isMoney = amount.Unit is "$" or "%" || amount.Flow is AmountFlow.Earns or AmountFlow.Costs;
        return amount with
        {
            What = isMoney ? amount.What : Pair(amount.What),
            AtMost = [],
            AtLeast = [],
            Goals = isMoney ? amount.Goals : [.. amount.Goals.Select(goal => Known(goal)!)],
        };
    }

    /// <summary>Disguises "one/many", or words without another form.</summary>
    private string Pair(string forms)
    {
        if (forms.Split('/') is not [var one, var many]) return string.Join(' ', forms.Split(' ').Select(word => Word(word, word).One));
        var (ones, others) = (one.Split(' '), many.Split(' '));
        if (ones.Length != others.Length) return forms;
        var words = ones.Zip(others, Word).ToList();
        return $"{string.Join(' ', words.Select(word => word.One))}/{string.Join(' ', words.Select(word => word.Many))}";
    }

    private (string One, string Many) Word(string one, string many)
    {
        if (one.Length < 3 || Kept.Contains(one.ToLowerInvariant()) || !one.All(char.IsAsciiLetter) || one.EndsWith("ing", StringComparison.Ordinal)) return (one, many);
        var invented = _words.TryGetValue(one, out var known) ? known : Invented();
        _words[one] = invented;
        if (one == many) return (Dressed(invented, one), Dressed(invented, one));
        _words[many] = invented + "s";
        return (Dressed(invented, one), Dressed(invented + "s", one));
    }

    /// <summary>The words with what was disguised before disguised alike.</summary>
    private string? Known(string? words) => words is null ? null
        : string.Join(' ', words.Split(' ').Select(word => _words.TryGetValue(word, out var invented) ? Dressed(invented, word) : word));

    private string Invented()
    {
        for (var attempt = 0; ; attempt++)
        {
            var word = _random.Pick(Onsets) + _random.Pick(Vowels) + (_random.Chance(0.7) ? _random.Pick(Codas) : "") + _random.Pick(Endings);
            if (attempt == MostAttempts || !_words.ContainsValue(word)) return word;
        }
    }

    private static string Dressed(string word, string like) => char.IsUpper(like[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;
}
