using NlOpt.Formulation;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Assembly;

/// <summary>Finds the units of variables and whether they come whole, from how the text counts and measures them.</summary>
internal sealed class AmountKindFinder(DecodedReading reading, TextSpans spans)
{
    private readonly Token[] _tokens = spans.Tokens;
    private readonly bool _placesMoney = Array.Exists(
        spans.Tokens, token => Array.Exists(MeasureWords.MoneyPlaced, root => token.Stem.StartsWith(root, StringComparison.Ordinal)));

    private const double Undecided = 0.5;
    private const double LikeTheOthers = 0.8;

    /// <summary>Judges all variables of the reading.</summary>
    public List<AmountKind> OfAll(IReadOnlyList<NamedVariable> named)
    {
        var kinds = named.Select((name, variable) => Of(variable, name)).ToList();
        // Things named side by side are counted alike.
        var model = kinds.FindIndex(kind => kind.Certainty > Undecided);
        if (model < 0) return kinds;
        return kinds.ConvertAll(kind => kind.Certainty > Undecided
            ? kind
            : kinds[model] with
            {
                Reason = $"taken as {named[model].Name}: {kinds[model].Reason}",
                Certainty = Math.Min(LikeTheOthers, kinds[model].Certainty),
            });
    }

    private AmountKind Of(int variable, NamedVariable named)
    {
        if (MoneyUnit(variable) is { } currency) return new(currency, Divisibility.Divisible, "money can be split", 0.95);
        if ((MeasureOf(named.Places) ?? MeasureOfEach()) is { } measure)
        {
            var unit = UnitText(measure);
            return MeasureWords.Measured.Contains(_tokens[measure].Stem)
                ? new(unit, Divisibility.Divisible, $"it is measured in {unit}, and parts of one make sense", 0.95)
                : new(unit, Divisibility.Whole, $"it is counted in {unit}", 0.85);
        }

        if (MeasureInName(named) is { } own)
        {
            var unit = UnitText(own);
            return new(unit, Divisibility.Divisible, $"{unit} are measured, and parts of one make sense", 0.95);
        }

        return Counted(named);
    }

    /// <summary>The currency where money itself is placed in the variable; null elsewhere.</summary>
    private string? MoneyUnit(int variable)
    {
        if (!_placesMoney) return null;
        var money = reading.Rows.FirstOrDefault(row => row.Number is { Quantity.IsMoney: true, Quantity.IsPercent: false }
            && (row.Kind == LimitKind.Sum || (row.Kind == LimitKind.Bound && row.Variable == variable)));
        return money is null ? null : spans.Currency(money.Number!.Quantity);
    }

    /// <summary>The token of the unit in "acres of wheat"; null where no place has one.</summary>
    private int? MeasureOf(IReadOnlyList<Occurrence> places)
    {
        foreach (var place in places)
        {
            var index = place.First - 1;
            while (index > 0 && _tokens[index].Lower is "the" or "a" or "an" or "each") index--;
            if (index < 1 || _tokens[index].Lower != "of" || !IsMeasure(index - 1)) continue;
            // In "5 pounds of corn" as an ingredient the pounds measure what is used up, not what is decided.
            if (!IsCoefficient(index - 2)) return index - 1;
        }

        return null;
    }

    /// <summary>The token of the unit in "how many acres of each"; null where nobody asks so.</summary>
    private int? MeasureOfEach()
    {
        for (var index = 1; index + 2 < _tokens.Length; index++)
        {
            if (_tokens[index + 1].Lower == "of" && _tokens[index + 2].Lower is "each" or "every" or "both" && IsMeasure(index)
                && _tokens[index - 1].Lower is "many" or "much" or "the") return index;
        }

        return null;
    }

    /// <summary>The unit in names such as "hours of training", "cleaning hours" or "acres planted"; null where there is none.</summary>
    private int? MeasureInName(NamedVariable named)
    {
        foreach (var place in named.Places)
        {
            if (MeasureWords.Measured.Contains(_tokens[place.End - 1].Stem)) return place.End - 1;
            var startsWithMeasure = place.End - place.First > 2 && _tokens[place.First + 1].Lower == "of"
                && MeasureWords.Measured.Contains(_tokens[place.First].Stem);
            if (startsWithMeasure) return place.First;
        }

        return null;
    }

    private bool IsMeasure(int index) =>
        index >= 0 && (MeasureWords.Measured.Contains(_tokens[index].Stem) || MeasureWords.Pieces.Contains(_tokens[index].Stem));

    private bool IsCoefficient(int token) => reading.Context.Numbers.Any(number =>
        number.First <= token && token < number.End && reading.Roles[number.Position] == NumberRole.Coefficient);

    private string UnitText(int measure)
    {
        var unit = MeasureWords.Plural(_tokens[measure]);
        return measure > 0 && _tokens[measure - 1].Lower is "square" or "cubic" ? $"{_tokens[measure - 1].Lower} {unit}" : unit;
    }

    private AmountKind Counted(NamedVariable named)
    {
        // "Jars of honey": the jars are counted, whatever is in them.
        var pieces = named.Places.FirstOrDefault(place =>
            place.End - place.First > 2 && _tokens[place.First + 1].Lower == "of" && MeasureWords.Pieces.Contains(_tokens[place.First].Stem));
        if (pieces.End > 0) return new(null, Divisibility.Whole, $"“{spans.Words(pieces.First, pieces.End)}” are counted one by one", 0.9);
        var plural = named.Places.FirstOrDefault(place => _tokens[place.End - 1] is { IsWord: true } last && last.Stem != last.Lower);
        if (plural.End > 0) return new(null, Divisibility.Whole, $"“{spans.Words(plural.First, plural.End)}” are counted one by one", 0.9);
        var single = named.Places.FirstOrDefault(
            place => place.First > 0 && _tokens[place.First - 1].Lower is "each" or "a" or "an" or "per" or "one" or "every");
        var longest = named.Places.OrderByDescending(place => place.End - place.First).FirstOrDefault();
        if (longest.End > 0 && MeasureWords.Stuff.Contains(_tokens[longest.End - 1].Stem))
            return new(null, Divisibility.Divisible, $"{named.Name} is measured rather than counted", 0.75);
        if (single.End > 0)
            return new(null, Divisibility.Whole, $"the text counts it one by one (“{spans.Words(single.First - 1, single.End)}”)", 0.85);
        var isNumber = named.Places.Any(
            place => place.First > 1 && _tokens[place.First - 1].Lower == "of" && _tokens[place.First - 2].Lower == "number");
        return isNumber || AsksHowMany()
            ? new(null, Divisibility.Whole, "the text asks for a number of them", 0.8)
            : new(null, Divisibility.Whole, "taken as counted one by one; the text does not say whether parts make sense", Undecided);
    }

    /// <summary>True for "how many of each".</summary>
    private bool AsksHowMany()
    {
        for (var index = 1; index + 2 < _tokens.Length; index++)
            if (_tokens[index - 1].Lower == "how" && _tokens[index].Lower == "many" && _tokens[index + 1].Lower == "of") return true;
        return false;
    }
}
