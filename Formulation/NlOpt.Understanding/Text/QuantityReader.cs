using System.Globalization;

namespace NlOpt.Understanding.Text;

/// <summary>Finds the numbers of a text: digits, words, fractions, percentages, multiples, money, scales.</summary>
internal static class QuantityReader
{
    private const double LargestPart = 20;

    /// <summary>The quantities, in order. Numbers that are part of a hyphenated word ("3-piece", "one-way") are none.</summary>
    public static List<Quantity> Read(Token[] tokens)
    {
        var found = new List<(Quantity Quantity, bool IsMillions)>();
        for (var position = 0; position < tokens.Length;)
        {
            if (!tokens[position].IsNumber)
            {
                position++;
                continue;
            }

            var quantity = ReadAt(tokens, position);
            if (quantity is not null && !IsHyphenated(tokens, quantity) && !IsPronoun(tokens, quantity) && !IsLabel(tokens, quantity)
                && !NumberedThings.Numbers(tokens, quantity))
                found.Add((quantity, !quantity.IsMoney && Spans(tokens, quantity, "million", "millions")));
            position = Math.Max(position + 1, quantity?.End ?? 0);
        }

        for (var index = 0; index + 1 < found.Count; index++)
            if (SharesPercent(tokens, found[index].Quantity, found[index + 1].Quantity))
                found[index] = (found[index].Quantity with { Value = found[index].Quantity.Value / 100, IsPercent = true }, false);

        // Where a text counts everything in millions, millions are its unit.
        var inMillions = found.Count(item => item.IsMillions) >= 3;
        return [.. found.Select(item => inMillions && item.IsMillions && item.Quantity.Value >= 1e6
            ? item.Quantity with { Value = item.Quantity.Value / 1e6 }
            : item.Quantity)];
    }

    /// <summary>"20 to 50 percent", "20-50%", "between 20 and 50 percent": the sign behind the second number is meant for both.</summary>
    private static bool SharesPercent(Token[] tokens, Quantity low, Quantity high)
    {
        if (!high.IsPercent || low.IsPercent || low.IsMoney || high.IsMoney || low.IsFraction || low.IsMultiple || high.First != low.End + 1) return false;
        return Is(tokens, low.End, "to", "-", "–") || (Is(tokens, low.End, "and") && Is(tokens, low.First - 1, "between"));
    }

    private static Quantity? ReadAt(Token[] tokens, int first)
    {
        var lower = tokens[first].Lower;
        var isDigits = tokens[first].Shape == TokenShape.Digits;
        var end = first + 1;
        var isFraction = NumberWords.Fractions.ContainsKey(lower);
        if (isDigits && Is(tokens, end, "/") && end + 1 < tokens.Length && tokens[end + 1].Shape == TokenShape.Digits
            && tokens[end].Start == tokens[first].End && tokens[end + 1].Start == tokens[end].End)
        {
            end += 2;
            isFraction = true;
        }
        else if (isDigits || NumberWords.Units.ContainsKey(lower))
        {
            var afterHyphen = Is(tokens, end, "-") ? end + 1 : end;
            if (!isDigits && afterHyphen < tokens.Length && NumberWords.Fractions.ContainsKey(tokens[afterHyphen].Lower))
            {
                end = afterHyphen + 1;
                isFraction = true;
            }
            else
            {
                end = EndOfWholeNumber(tokens, end, isDigits);
            }
        }

        var value = Evaluate(tokens, first, end);
        if (value == 1 && OneIn(tokens, end) is { } many)
            return new Quantity(first, many.End, 1 / many.Value, false, true, false, false, isDigits ? "#" : lower);
        if (value is not { } number || !double.IsFinite(number)) return null;
        var isPercent = false;
        if (Is(tokens, end, "%", "percent", "percentage")) (isPercent, end) = (true, end + 1);
        else if (Is(tokens, end, "per") && Is(tokens, end + 1, "cent")) (isPercent, end) = (true, end + 2);
        var isMultiple = NumberWords.Multiples.ContainsKey(lower) || Is(tokens, end, "times");
        var isMoney = (first > 0 && Is(tokens, first - 1, "$", "€", "£")) || Is(tokens, end, "dollars", "dollar", "euros", "usd") || HasSignBehind(tokens, end);
        if (Is(tokens, end, "¢", "cents", "cent")) (isMoney, isPercent, end) = (true, true, end + 1);
        if (isPercent) number /= 100;
        return new Quantity(first, end, number, isPercent, isFraction, isMultiple, isMoney, isDigits ? "#" : lower);
    }

    /// <summary>"1 in 4", "one in every five".</summary>
    private static (double Value, int End)? OneIn(Token[] tokens, int at)
    {
        if (!Is(tokens, at, "in")) return null;
        var number = Is(tokens, at + 1, "every") ? at + 2 : at + 1;
        if (number >= tokens.Length || !tokens[number].IsNumber || Evaluate(tokens, number, number + 1) is not { } value) return null;
        return value is >= 2 and <= LargestPart && value == Math.Floor(value) && !Is(tokens, number + 1, "hours", "minutes", "days", "weeks", "months", "years")
            ? (value, number + 1) : null;
    }

    private static int EndOfWholeNumber(Token[] tokens, int end, bool isDigits)
    {
        while (end < tokens.Length)
        {
            var lower = tokens[end].Lower;
            var isScale = NumberWords.Scales.ContainsKey(lower) && lower.Length > 1;
            var isGluedScale = lower is "k" or "m" && isDigits && tokens[end].Start == tokens[end - 1].End;
            var isUnit = !isDigits && NumberWords.Units.ContainsKey(lower);
            if (isScale || isGluedScale || isUnit) end++;
            else if (!isDigits && lower == "-" && end + 1 < tokens.Length && NumberWords.Units.ContainsKey(tokens[end + 1].Lower)) end += 2;
            else if (!isDigits && lower == "and" && end + 1 < tokens.Length && NumberWords.Units.ContainsKey(tokens[end + 1].Lower)
                && NumberWords.Scales.ContainsKey(tokens[end - 1].Lower)) end += 2;
            else break;
        }

        return end;
    }

    private static double? Evaluate(Token[] tokens, int first, int end)
    {
        if (tokens[first].Shape == TokenShape.Digits)
        {
            if (!double.TryParse(tokens[first].Raw.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return null;
            if (end - first == 3 && tokens[first + 1].Raw == "/")
                return double.TryParse(tokens[first + 2].Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var divisor) && divisor != 0
                    ? number / divisor : null;
            for (var index = first + 1; index < end; index++) number *= NumberWords.Scales.GetValueOrDefault(tokens[index].Lower, 1);
            return number;
        }

        double total = 0, current = 0;
        for (var index = first; index < end; index++)
        {
            var lower = tokens[index].Lower;
            if (NumberWords.Units.TryGetValue(lower, out var unit)) current += unit;
            else if (NumberWords.Multiples.TryGetValue(lower, out var multiple)) return multiple;
            else if (NumberWords.Fractions.TryGetValue(lower, out var fraction)) return (current == 0 ? 1 : current) * fraction;
            else if (lower is "hundred" or "dozen") current = (current == 0 ? 1 : current) * NumberWords.Scales[lower];
            else if (NumberWords.Scales.TryGetValue(lower, out var scale)) (total, current) = (total + (current == 0 ? 1 : current) * scale, 0);
        }

        return total + current;
    }

    private static bool IsHyphenated(Token[] tokens, Quantity quantity)
    {
        var (first, end) = (quantity.First, quantity.End);
        var glued = end + 1 < tokens.Length && tokens[end].Raw == "-" && tokens[end + 1].IsWord
            && tokens[end].Start == tokens[end - 1].End && tokens[end + 1].Start == tokens[end].End
            && !quantity.IsFraction && !NumberWords.IsNumberWord(tokens[end + 1].Lower)
            // "A 250-acre farm" says how much land there is.
            && tokens[end + 1].Stem is not ("acre" or "hectare") && !IsOfWork(tokens, end + 1);
        var gluedBefore = first >= 2 && tokens[first - 1].Raw == "-" && tokens[first - 1].End == tokens[first].Start
            && tokens[first - 2].IsWord && tokens[first].IsWord && !NumberWords.Units.ContainsKey(tokens[first - 2].Lower);
        return glued || gluedBefore;
    }

    /// <summary>"An 8-hour day" says how long is worked.</summary>
    private static bool IsOfWork(Token[] tokens, int measure) => tokens[measure].Stem is "hour" or "minute" && measure + 1 < tokens.Length
        && tokens[measure + 1].Stem is "day" or "shift" or "week" or "workday" or "workweek";

    /// <summary>"3$": a currency sign glued to the number before it and to none behind it.</summary>
    private static bool HasSignBehind(Token[] tokens, int end) =>
        Is(tokens, end, "$", "€", "£") && tokens[end].Start == tokens[end - 1].End
        && !(end + 1 < tokens.Length && tokens[end + 1].Shape == TokenShape.Digits && tokens[end + 1].Start == tokens[end].End);

    /// <summary>"One of the two" picks, it does not count.</summary>
    private static bool IsPronoun(Token[] tokens, Quantity quantity) =>
        quantity.Word == "one" && quantity.End == quantity.First + 1 && Is(tokens, quantity.End, "of");

    /// <summary>"5G masts", "a 3D printer": a capital letter that is no unit is glued to the number.</summary>
    private static bool IsLabel(Token[] tokens, Quantity quantity) =>
        quantity.End == quantity.First + 1 && quantity.End + 1 < tokens.Length && tokens[quantity.End].Raw is [>= 'A' and <= 'Z' and not ('L' or 'M' or 'K')]
        && tokens[quantity.End].Start == tokens[quantity.First].End && (tokens[quantity.End + 1].IsWord || tokens[quantity.End + 1].Raw == "-");

    private static bool Spans(Token[] tokens, Quantity quantity, params ReadOnlySpan<string> words)
    {
        for (var index = quantity.First; index <= quantity.End && index < tokens.Length; index++)
            if (words.Contains(tokens[index].Lower)) return true;
        return false;
    }

    private static bool Is(Token[] tokens, int index, params ReadOnlySpan<string> words) =>
        index >= 0 && index < tokens.Length && words.Contains(tokens[index].Lower);
}
