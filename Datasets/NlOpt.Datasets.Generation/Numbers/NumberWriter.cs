using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Numbers;

/// <summary>Writes the numbers of one text, marked.</summary>
internal sealed class NumberWriter(NumberStyle style, RandomNumbers random)
{
    private const double LargestInWords = 12;

    /// <summary>Writes a plain number in the unit it is told in.</summary>
    public void Plain(TextDraft draft, SampledNumber number, MarkKind kind) => draft.Marked(kind, number.Key, Plain(Told(number), draft));

    /// <summary>Writes an amount of money.</summary>
    public void Money(TextDraft draft, SampledNumber number, MarkKind kind, string sign)
    {
        if (style.WritesDollars && sign == "$")
        {
            draft.Marked(kind, number.Key, EnglishNumber.Digits(Told(number), style.HasThousandsSeparator)).Write(number.Value == 1 ? " dollar" : " dollars");
            return;
        }

        var value = Told(number);
        var digits = EnglishNumber.Digits(value, style.HasThousandsSeparator);
        if (value != Math.Floor(value) && value < 100) digits = value.ToString("0.00##", System.Globalization.CultureInfo.InvariantCulture);
        draft.Write(sign).Marked(kind, number.Key, digits);
    }

    /// <summary>Writes a share of a whole: <c>30%</c>, <c>a third</c>.</summary>
    public void Share(TextDraft draft, SampledNumber number, MarkKind kind)
    {
        if (EnglishNumber.Fraction(number.Value) is { } words && (random.Chance(0.3) || !IsWholePercent(number.Value)))
        {
            draft.Note("number-words");
            if (words is "third" or "quarter" or "fifth") draft.Write(random.Chance(0.7) ? "a " : "one ");
            draft.Marked(kind, number.Key, words);
            return;
        }

        var percent = Math.Round(number.Value * 100, 4);
        var spelled = random.Chance(style.ShareOfWords * 0.4) ? EnglishNumber.Words(percent) : null;
        draft.Marked(kind, number.Key, spelled is null ? EnglishNumber.Digits(percent, false) + style.PercentWord : spelled + " percent");
    }

    /// <summary>Writes a multiple before "as many": <c>twice</c>, <c>3 times</c>, <c>half</c>.</summary>
    public void Times(TextDraft draft, SampledNumber number)
    {
        if (number.Value < 1)
        {
            Share(draft, number, MarkKind.Parameter);
            return;
        }

        if (number.Value == 2 && random.Chance(0.7)) draft.Marked(MarkKind.Parameter, number.Key, "twice");
        else if (number.Value == 3 && random.Chance(0.03)) draft.Marked(MarkKind.Parameter, number.Key, "thrice");
        else draft.Marked(MarkKind.Parameter, number.Key, TimesWord(number.Value) + " times");
    }

    /// <summary>Writes a multiple before "the number of": <c>twice</c>, <c>3 times</c>, <c>a third of</c>.</summary>
    public void Multiple(TextDraft draft, SampledNumber number)
    {
        Times(draft, number);
        if (number.Value < 1) draft.Write(" of");
    }

    private static double Told(SampledNumber number) => NumberDraw.Clean(number.Value / (number.In?.Factor ?? 1));

    private static bool IsWholePercent(double value) => Math.Abs(value * 100 - Math.Round(value * 100)) < 1e-9;

    private string TimesWord(double value) => (random.Chance(0.55) ? EnglishNumber.Words(value) : null) ?? EnglishNumber.Digits(value, false);

    private string Plain(double value, TextDraft draft)
    {
        var likely = value <= LargestInWords ? style.ShareOfWords : style.ShareOfWords * 0.1;
        if (random.Chance(likely) && EnglishNumber.Words(value) is { } words)
        {
            draft.Note("number-words");
            return words;
        }

        if (value >= 1000 && style.HasThousandsSeparator) draft.Note("thousands-separator");
        return EnglishNumber.Digits(value, style.HasThousandsSeparator);
    }
}
