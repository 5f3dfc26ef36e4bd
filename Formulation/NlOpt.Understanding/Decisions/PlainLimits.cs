using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>Finds the limits that everyday phrases tell without any word of comparison.</summary>
internal static class PlainLimits
{
    /// <summary>How far it moves the decisions about a number, in [0, 1]: hardly anything else can be meant.</summary>
    public const double Trust = 0.95;

    private const int Reach = 8;
    private const int FewestAlike = 2;
    private const int EnoughReach = 5;
    private const int StuffReach = 2;
    private const double MuchGreater = 6;

    private static readonly FrozenSet<string> Hedges =
        "only just about around roughly exactly up to at most total of a an altogether another maximum".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Breaks = ", ; : ( ) and but while whereas so".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Having = "have has had got own owns having".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Getting = "know knows bought brought buys stocks bring brings".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Running =
        "run runs work works operate operates open opens staffed running working".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Leaving =
        "available left free remaining over disposal spare hand stock store shelf".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Places = "time room space capacity place places slots storage".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Managing = (
        "handle manage fit take do make bake brew cook produce process finish complete serve hold keep store cope accommodate study work "
        + "deliver pack sew paint build repair treat host run teach grow plant carry print wash clean stock").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Holding =
        "holds takes seats fits accommodates stores handles carries sleeps houses manages".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Openings = "in on with by at for using during from per".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Things = (
        "item piece thing unit product good job order animal article vehicle people person object package parcel plant task work dish "
        + "trip patient customer client guest visitor passenger student").Split(' ').ToFrozenSet();

    /// <summary>For each number what an everyday phrase makes of it; null where none does.</summary>
    public static PlainLimit?[] Find(ReadingContext context)
    {
        var found = new PlainLimit?[context.Numbers.Length];
        foreach (var number in context.Numbers)
        {
            var quantity = number.Quantity;
            if (quantity.IsMoney || quantity.IsPercent || quantity.IsMultiple || (quantity.IsFraction && number.Measure is null)) continue;
            if (Past.IsPast(context, number)) continue;
            if (Commitments.IsCommitted(context, number)) found[number.Position] = PlainLimit.Committed;
            else if (!IsOfPieces(context, number)) found[number.Position] = OfAll(context, number);
        }

        return found;
    }

    /// <summary>True where two numbers count or measure the same, in whatever units.</summary>
    public static bool AreAlike(NumberContext left, NumberContext right)
    {
        if (left.Quantity.IsMoney || right.Quantity.IsMoney) return false;
        if (left.Measure is null && right.Measure is null) return left.Unit != 0 && left.Unit == right.Unit;
        if (left.Measure is null || right.Measure is null) return false;
        // "9 kg of protein" is not of the "50 kg of food"; what time is spent on may be said in many ways.
        var (one, other) = (StuffOf(left), StuffOf(right));
        return left.Measure.ConvertsSurelyTo(right.Measure)
            && (one == 0 || other == 0 || one == other || left.Measure.Dimension == Formulation.Units.Dimension.Time);
    }

    /// <summary>Stem of the stuff that is measured, "protein" in "9 kg of protein"; 0 where none is named.</summary>
    private static uint StuffOf(NumberContext number)
    {
        var of = Array.FindIndex(number.RightClause, token => token.Lower == "of");
        return of is >= 0 and <= StuffReach && of + 1 < number.RightClause.Length ? number.RightClause[of + 1].StemHash : 0;
    }

    /// <summary>"Each machine runs 8 hours", "the printer runs 8 hours for each poster": not how much there is in all.</summary>
    private static bool IsOfPieces(ReadingContext context, NumberContext number)
    {
        if (number.Counted is not null || number.Unit == 0 || IsOfKinds(context, number)) return true;
        var tokens = context.Tokens;
        var start = ClauseStart(context, number);
        for (var index = start; index < number.First; index++)
            if (tokens[index].Lower is "each" or "every" or "per" or "no" or "neither" or "both" || context.VariableAt[index] >= 0) return true;
        // "With a large oven, he can bake 40 loaves".
        var words = context.Sentence(number.Sentence, 0, start);
        if (words.Count > 0 && Openings.Contains(words[0].Lower))
            for (var index = words.Offset; index < start; index++) if (context.VariableAt[index] >= 0) return true;
        for (var index = number.End; index < tokens.Length && index - number.End < Reach && tokens[index].Sentence == number.Sentence; index++)
        {
            if (Breaks.Contains(tokens[index].Raw)) break;
            if (tokens[index].Lower is "each" or "every" or "apiece" or "both" or "per" && !IsOfTime(tokens, index + 1)) return true;
            if (context.VariableAt[index] >= 0) return true;
            if (context.NameStems.Contains(tokens[index].StemHash) && !context.SharedNameStems.Contains(tokens[index].StemHash)
                && !context.MeasureStems.Contains(tokens[index].StemHash)) return true;
        }

        return false;
    }

    /// <summary>"Three types of layouts", "the two supplements": how many variables there are.</summary>
    private static bool IsOfKinds(ReadingContext context, NumberContext number) =>
        (number.Value <= 1 && number.Measure is null) || (number.Value.Equals(context.Count) && number.Quantity.Word != "#" && number.Measure is null)
        || number.Right.Take(2).Any(token => token.Stem is "type" or "kind" or "sort" or "variety" or "different" or "category" or "model");

    /// <summary>"Each day", "per week".</summary>
    private static bool IsOfTime(Token[] tokens, int index) => index < tokens.Length
        && tokens[index].Stem is "day" or "week" or "month" or "year" or "night" or "shift" or "season" or "morning" or "evening";

    private static PlainLimit? OfAll(ReadingContext context, NumberContext number)
    {
        var tokens = context.Tokens;
        var before = number.First - 1;
        while (before >= 0 && Hedges.Contains(tokens[before].Lower) && tokens[before - (before > 0 ? 1 : 0)].Lower != "out") before--;
        if (before < 0 || tokens[before].Sentence != number.Sentence) before = -1;
        var stuff = StuffOf(number);
        var isOfStuff = stuff != 0 && context.Numbers.Count(other => other != number && StuffOf(other) == stuff) >= FewestAlike;
        var isMeasuring = !isOfStuff && number.UnitStems.Overlaps(context.MeasureStems);
        if (!isMeasuring && IsShared(context, number))
        {
            if (IsStock(context, number, before) || IsOfPlace(tokens, before) || IsManaged(context, number, isOfThings: false))
                return PlainLimit.Stock;
            return IsInAnotherUnit(context, number) ? PlainLimit.Amount : null;
        }

        if (!isMeasuring && context.Numbers.Any(other => other != number && AreAlike(number, other))) return null;
        var isOfThings = isMeasuring || context.SharedNameStems.Contains(number.Unit)
            || Array.Exists(tokens[number.End..Math.Min(tokens.Length, number.End + 2)], token => Things.Contains(token.Stem));
        if (IsOfPlace(tokens, before) || IsManaged(context, number, isOfThings)) return PlainLimit.Together;
        if (before < 0) return null;
        if (isOfThings && (IsGettingThrough(tokens, before) || Holding.Contains(tokens[before].Lower + "s"))) return PlainLimit.Together;
        if (Holding.Contains(tokens[before].Lower) && (isOfThings || tokens[before].Lower != "takes") && number.Measure is null)
            return PlainLimit.Together;
        // "The roof has 120 square metres"; "it has 500 kg of ice" has something else.
        return isMeasuring && Having.Contains(tokens[before].Lower) && !IsShared(context, number)
            && !number.RightClause.Any(token => token.Lower == "of") ? PlainLimit.Together : null;
    }

    /// <summary>True where other numbers, at least two of them and smaller, say how much of the same is taken, and none is much greater.</summary>
    private static bool IsShared(ReadingContext context, NumberContext number)
    {
        var alike = 0;
        foreach (var other in context.Numbers)
        {
            if (other == number || !AreAlike(number, other)) continue;
            var amount = Amount(other, number);
            if (amount > MuchGreater * number.Value) return false;
            if (amount >= number.Value) continue;
            alike++;
            // "30 minutes for a cabin and 45 for a suite": the second one is measured alike.
            if (other.Position + 1 < context.Numbers.Length && context.Numbers[other.Position + 1] is { Measure: null, UnitStems.Count: 0 } next
                && next != number && next.Sentence == other.Sentence && !next.Quantity.IsMoney) alike++;
        }

        return alike >= FewestAlike;
    }

    /// <summary>"The printers are on for 20 hours" where all else is told in minutes, and takes less.</summary>
    private static bool IsInAnotherUnit(ReadingContext context, NumberContext number) =>
        number.Measure is not null && Array.TrueForAll(context.Numbers, other => other == number
            || !AreAlike(number, other) || (other.Unit != number.Unit && Amount(other, number) < number.Value));

    private static double Amount(NumberContext of, NumberContext like) =>
        of.Measure is { } from && like.Measure is { } to ? from.Convert(of.Value, to) : of.Value;

    private static bool IsStock(ReadingContext context, NumberContext number, int before)
    {
        var tokens = context.Tokens;
        if (before > 0 && tokens[before].Lower == "of" && tokens[before - 1].Lower == "out") return true;
        // "We must provide a shop with 900 minutes" asks for them.
        if (before >= 0 && tokens[before].Lower == "with" && (before == 0 || tokens[before - 1].Raw is "," or "." or ";")) return true;
        // In one unit, what there is may be what there is of it in each thing.
        var isConverted = context.Numbers.Any(other => other.Unit != number.Unit && AreAlike(number, other));
        if (isConverted && before >= 0 && (Having.Contains(tokens[before].Lower) || Holding.Contains(tokens[before].Lower))) return true;
        if (isConverted && before > 0 && tokens[before - 1].Lower == "there" && tokens[before].Lower is "is" or "are") return true;
        for (var index = number.End; index < tokens.Length && index - number.End < Reach && tokens[index].Sentence == number.Sentence; index++)
        {
            if (Breaks.Contains(tokens[index].Raw)) break;
            if (Leaving.Contains(tokens[index].Lower)) return true;
            // "900 litres come in", "half a tonne is in the yard".
            if (tokens[index].Lower is "in" or "on" && tokens[index - 1].Lower is "come" or "comes" or "is" or "are") return true;
        }

        if (number.Measure is not { Dimension: Formulation.Units.Dimension.Time }) return false;
        for (var index = ClauseStart(context, number); index < number.First; index++)
            if (Leaving.Contains(tokens[index].Lower) || IsRunning(tokens, index)
                || (tokens[index].Lower is "put" or "puts" && tokens[index + 1].Lower == "in")) return true;
        return false;
    }

    /// <summary>"She has time for", "there is room for", "we have enough paint for", "I have water for".</summary>
    private static bool IsOfPlace(Token[] tokens, int before)
    {
        if (before < 1 || tokens[before].Lower != "for" || tokens[before - 1].Sentence != tokens[before].Sentence) return false;
        var place = before - 1;
        // "Storage is available for", "the room is large enough for".
        while (place > 0 && before - place < EnoughReach && tokens[place].Lower is "available" or "sufficient" or "left" or "is" or "only") place--;
        if (Places.Contains(tokens[place].Lower)) return true;
        for (var index = before - 2; index >= 0 && before - index <= EnoughReach && tokens[index].Sentence == tokens[before].Sentence; index--)
        {
            if (tokens[index].Lower == "enough") return true;
            var last = tokens[before - 1].Lower == "left" ? before - 2 : before - 1;
            if (index < last && tokens[(index + 1)..last].All(token => Hedges.Contains(token.Lower)) && (Having.Contains(tokens[index].Lower)
                || Getting.Contains(tokens[index].Lower))) return true;
        }

        return false;
    }

    /// <summary>"The press runs", "it is up", "it can be used"; what "needs to be run" takes time.</summary>
    private static bool IsRunning(Token[] tokens, int index)
    {
        var (before, lower) = (index > 0 ? tokens[index - 1].Lower : "", tokens[index].Lower);
        if (Running.Contains(lower)) return before != "be";
        if (lower == "up") return before is "is" or "are";
        return lower == "used" && before == "be" && index > 1 && tokens[index - 2].Lower is "can" or "could" or "may" or "only";
    }

    /// <summary>"The crew gets through 35 vehicles", "it turns out 90 pieces".</summary>
    private static bool IsGettingThrough(Token[] tokens, int before) => before > 0 && (tokens[before - 1].Stem, tokens[before].Lower) is
        ("get", "through") or ("turn", "out") or ("put", "out") or ("cope", "with") or ("deal", "with") or ("keep", "up");

    /// <summary>"The garage can handle 40 jobs": somebody is able to do so much.</summary>
    private static bool IsManaged(ReadingContext context, NumberContext number, bool isOfThings)
    {
        var tokens = context.Tokens;
        var isAble = false;
        for (var index = ClauseStart(context, number); index < number.First; index++)
        {
            if (tokens[index].Lower is "can" or "could" or "able") isAble = true;
            else if (isAble && (Managing.Contains(tokens[index].Lower) || (isOfThings || number.Measure is not null) && !tokens[index].IsFunctionWord
                && !Hedges.Contains(tokens[index].Lower)))
                return tokens[(index + 1)..number.First].All(token => Hedges.Contains(token.Lower) || token.Lower is "on" or "in" or "with");
        }

        return false;
    }

    /// <summary>Where the part of the sentence that a number closes begins.</summary>
    private static int ClauseStart(ReadingContext context, NumberContext number)
    {
        var start = number.First;
        while (start > 0 && context.Tokens[start - 1].Sentence == number.Sentence && !Breaks.Contains(context.Tokens[start - 1].Raw)
            && !(context.Tokens[start - 1].Lower == "out" && start < number.First) && !context.IsNumberToken[start - 1]) start--;
        return start;
    }
}
