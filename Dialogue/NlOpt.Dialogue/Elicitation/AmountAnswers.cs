using System.Collections.Immutable;
using System.Text;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Makes whole sentences of answers to "how much does each of these take?": "2 and 3", "two for a chair, three for a table".</summary>
/// <param name="names">The things to decide on.</param>
internal sealed class AmountAnswers(ImmutableArray<string> names)
{
    /// <summary>The amount of each thing asked about, as written.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="asked">The things asked about, positions in the names.</param>
    /// <returns>The amount of each; null where the answer does not tell them one by one, so that it is to be read as it stands.</returns>
    public ImmutableArray<(int Name, SpokenNumber Number)>? Assign(string message, ImmutableArray<int> asked)
    {
        var places = NoteReader.Places(message, names);
        var numbers = NoteReader.Numbers(message).Where(number => !places.Any(place => Overlap(place.Evidence, number.Evidence))
            && !IsOnePiece(message, number)).ToImmutableArray();
        if (numbers.IsEmpty) return null;
        var order = places.Select(place => place.Index).Where(asked.Contains).ToImmutableArray();
        if (order.Distinct().Count() != order.Length) return null;
        if (order.IsEmpty)
        {
            if (numbers.Length == asked.Length) return [.. asked.Select((name, position) => (name, numbers[position]))];
            return numbers.Length == 1 ? [.. asked.Select(name => (name, numbers[0]))] : null;
        }

        if (numbers.Length == order.Length) return [.. order.Select((name, position) => (name, numbers[position]))];
        return numbers.Length == 1 ? [.. order.Select(name => (name, numbers[0]))] : null;
    }

    /// <summary>A note of what each thing adds to the goal.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="assigned">Its amounts.</param>
    /// <param name="goal">The goal without its article.</param>
    public Note Worth(string message, ImmutableArray<(int Name, SpokenNumber Number)> assigned, string goal) =>
        Compose(message, assigned, name => $"the {goal} of each of the {name} is ", "", isMoney: false, NoteKind.Worth);

    /// <summary>A note of what each thing takes of what a rule limits.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="assigned">Its amounts.</param>
    /// <param name="need">What was asked.</param>
    public Note Need(string message, ImmutableArray<(int Name, SpokenNumber Number)> assigned, Ask.Need need)
    {
        var taking = assigned.Where(item => item.Number.Value != 0).ToImmutableArray();
        var note = Compose(message, taking, name => $"each of the {name} takes ", need.Measure, need.IsMoney, NoteKind.Need);
        return note with { Measure = need.Measure.Length == 0 ? null : need.Measure };
    }

    private Note Compose(
        string message,
        ImmutableArray<(int Name, SpokenNumber Number)> assigned,
        Func<string, string> lead,
        string measure,
        bool isMoney,
        NoteKind kind)
    {
        var text = new StringBuilder();
        var amounts = ImmutableArray.CreateBuilder<NoteAmount>();
        var isSure = true;
        foreach (var (name, number) in assigned)
        {
            if (text.Length > 0) text.Append(" and ");
            text.Append(lead(names[name]));
            var (written, unit) = Amount(message, number, measure, isMoney);
            isSure &= unit is null;
            amounts.Add(new NoteAmount(name, number.Value, text.Length, text.Length + written.Length));
            text.Append(written).Append(' ').Append(unit ?? measure);
            while (text[^1] == ' ') text.Length--;
        }

        if (text.Length > 0) text[0] = char.ToUpperInvariant(text[0]);
        return new Note(text.Append('.').ToString(), 0, kind, 0)
        {
            Amounts = isSure ? amounts.ToImmutable() : [],
            IsMoney = isMoney || assigned.All(item => item.Number.IsMoney),
        };
    }

    /// <summary>A number as written, and its measure where that is another one than was asked for: "90", "minutes of carpentry".</summary>
    private static (string Written, string? Measure) Amount(string message, SpokenNumber number, string measure, bool isMoney)
    {
        var written = message[number.Evidence.Start..number.Evidence.End];
        if (number.IsMoney && number.Evidence.Start > 0 && message[number.Evidence.Start - 1] == '$') written = "$" + written;
        if (number.IsMoney || number.IsShare) return (written, null);
        if (isMoney && char.IsAsciiDigit(written[0])) return ("$" + written, null);
        if (MeasureWords.UnitAfter(message, number.Evidence.End) is { } unit
            && MeasureWords.IsUnit(unit)
            && MeasureWords.UnitAfter(" " + measure, 0) is { } own
            && MeasureWords.IsUnit(own)
            && !AmountText.OneOf(unit).Equals(AmountText.OneOf(own), StringComparison.OrdinalIgnoreCase))
            return (written, unit + measure[own.Length..]);
        return (written, null);
    }

    private static bool Overlap(Evidence one, Evidence other) => one.Start < other.End && other.Start < one.End;

    /// <summary>The "one" of "one chair takes 5".</summary>
    private static bool IsOnePiece(string message, SpokenNumber number) =>
        message[number.Evidence.Start..number.Evidence.End].Equals("one", StringComparison.OrdinalIgnoreCase);
}
