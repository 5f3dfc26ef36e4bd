using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>The numbers of texts, by which it is seen which numbers of another text were made up.</summary>
internal sealed partial class ToldNumbers
{
    private const double Tolerance = 1e-9;
    private const double Hundred = 100;

    private readonly ImmutableArray<SpokenNumber> _numbers;
    private readonly ImmutableHashSet<string> _digits;

    /// <summary>Gathers the numbers of texts.</summary>
    public ToldNumbers(params IReadOnlyCollection<string> texts)
    {
        _numbers = [.. texts.SelectMany(text => NoteReader.Numbers(text))];
        _digits = [.. texts.SelectMany(text => Digits().Matches(text)).Select(match => match.Value)];
    }

    /// <summary>Whether a value was told, a percentage as such or as its number alone.</summary>
    public bool Holds(double value) => _numbers.Any(told => IsSame(told, value, isShare: false));

    /// <summary>The numbers of a text that were not told, as the text writes them; the word "one" is none.</summary>
    public ImmutableArray<string> NotToldIn(string text)
    {
        var numbers = NoteReader.Numbers(text);
        var unknown = numbers.Where(number => !IsWord(text, number) && !_numbers.Any(told => IsSame(told, number.Value, number.IsShare)))
            .Select(number => number.Evidence)
            // Digits that are read as no number ("B52", "10k") count as they are written.
            .Concat(Digits().Matches(text).Select(match => new Evidence(match.Index, match.Index + match.Length))
                .Where(run => !numbers.Any(number => number.Evidence.Start < run.End && run.Start < number.Evidence.End))
                .Where(run => !_digits.Contains(text[run.Start..run.End])));
        return [.. unknown.Order().Select(evidence => text[evidence.Start..evidence.End]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A value in words.</summary>
    public static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static bool IsSame(SpokenNumber told, double value, bool isShare) => Close(told.Value, value)
        || (told.IsShare && Close(told.Value * Hundred, value))
        || (isShare && Close(told.Value, value * Hundred));

    private static bool Close(double left, double right) => Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Abs(left));

    private static bool IsWord(string text, SpokenNumber number) =>
        number.Value == 1 && !text[number.Evidence.Start..number.Evidence.End].Any(char.IsDigit);

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Digits();
}
