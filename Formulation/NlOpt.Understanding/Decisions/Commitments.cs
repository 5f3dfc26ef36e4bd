using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>
/// Finds what has been promised to others: "a cafe has already ordered 25 mugs", "25 mugs are already sold", "50 roses are promised to a florist".
/// </summary>
internal static class Commitments
{
    private const int Reach = 6;

    private static readonly FrozenSet<string> Promises = "promised pledged preordered committed".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Orders = "ordered booked reserved requested signed commissioned asked".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Deals = "sold bought purchased".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Needs = "needs wants requires expects".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Owners = "i we he she you it they".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Modals = "can could may might must should cannot if".Split(' ').ToFrozenSet();

    /// <summary>True where a number of pieces of one thing is promised, ordered or sold.</summary>
    public static bool IsCommitted(ReadingContext context, NumberContext number) =>
        number.Counted is not null && number.Quantity is { IsMoney: false, IsPercent: false }
        && (IsPromised(context, number) || IsOrdered(context, number));

    /// <summary>"25 mugs are already sold", "25 mugs have been ordered".</summary>
    private static bool IsPromised(ReadingContext context, NumberContext number)
    {
        var tokens = context.Tokens;
        // "She already has 4 lessons booked".
        var isPassive = number.Left.Take(2).Any(token => token.Lower is "has" or "have" or "had" or "got");
        var isAlready = isPassive;
        var end = number.After[0].End;
        for (var index = end; index < tokens.Length && index - end < Reach && tokens[index].Sentence == number.Sentence; index++)
        {
            var lower = tokens[index].Lower;
            if (Modals.Contains(lower)) return false;
            isAlready |= lower == "already";
            if (lower is "is" or "are" or "been" or "were" or "was") isPassive = true;
            else if (isPassive && (Promises.Contains(lower) || Orders.Contains(lower))) return true;
            else if (isPassive && Deals.Contains(lower)) return isAlready;
            else if (lower is not ("have" or "has" or "already" or "also" or "to")) return false;
        }

        return false;
    }

    /// <summary>"A cafe has already ordered 25 mugs"; who decides may have ordered things to have them, and has promised them to others.</summary>
    private static bool IsOrdered(ReadingContext context, NumberContext number)
    {
        var tokens = context.Tokens;
        var first = number.First;
        while (first > 0 && tokens[first - 1].Sentence == number.Sentence && tokens[first - 1].Raw is not ("," or ";" or ":")) first--;
        var verb = number.First - 1;
        while (verb >= first && number.First - verb < Reach && !IsTelling(tokens[verb].Lower)) verb--;
        if (verb < first || !IsTelling(tokens[verb].Lower)) return IsOrderFor(tokens, first, number.First);
        var before = tokens[first..verb];
        if (Array.Exists(before, token => Modals.Contains(token.Lower))) return false;
        if (Promises.Contains(tokens[verb].Lower)) return true;
        var isBefore = verb == number.First - 1 || (verb == number.First - 2 && tokens[verb + 1].Lower is "for" or "up");
        if (Needs.Contains(tokens[verb].Lower)) return verb == number.First - 1 && !NamesThing(context, first, verb);
        if (!isBefore || before.Length == 0 || Owners.Contains(before[0].Lower)) return false;
        if (before[0].Lower is "and" or "but" or "so" or "because" && before.Length > 1 && Owners.Contains(before[1].Lower)) return false;
        return Orders.Contains(tokens[verb].Lower) || (IsOfAnother(before) && before[^1].Lower == "already");
    }

    /// <summary>"A builder has placed an order for", "there are orders for".</summary>
    private static bool IsOrderFor(Token[] tokens, int first, int number) =>
        number - first >= 2 && tokens[number - 1].Lower is "for" or "of" && tokens[number - 2].Lower is "order" or "orders" or "booking" or "bookings"
        && !tokens[first..number].Any(token => Modals.Contains(token.Lower));

    /// <summary>Someone who was not spoken of before: "a school", "customers", "one client".</summary>
    private static bool IsOfAnother(Token[] before) =>
        before[0].Lower is "a" or "an" or "one" or "another" or "some"
        || Array.Exists(before, token => token.Stem is "customer" or "client" or "guest" or "buyer");

    private static bool NamesThing(ReadingContext context, int first, int end) => context.VariableAt.AsSpan(first, end - first).ContainsAnyExcept(-1);

    private static bool IsTelling(string lower) =>
        Needs.Contains(lower) || Promises.Contains(lower) || Orders.Contains(lower) || Deals.Contains(lower);
}
