using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>All that is known from a conversation: the things to decide on, notes in sentences, and what was struck out.</summary>
internal sealed class Notebook(NoteReader reader)
{
    private readonly List<Note> _notes = [];
    private readonly HashSet<(int Group, string Statement)> _rejected = [];
    private readonly NotesReading _reading = new(reader);
    private ProblemFormulation? _formulation;
    private bool _isRead;
    private int _groups;

    /// <summary>The things to decide on; empty while unknown.</summary>
    public ImmutableArray<string> Names { get; private set; } = [];

    /// <summary>The notes, in the order in which they are read.</summary>
    public IReadOnlyList<Note> Notes => _notes;

    /// <summary>The formulation that the notes make; null while nothing can be read.</summary>
    public ProblemFormulation? Formulation
    {
        get
        {
            if (_isRead) return _formulation;
            _isRead = true;
            _formulation = Names.IsEmpty || _notes.Count == 0 ? null : _reading.Read(_notes, Names, _rejected);
            return _formulation;
        }
    }

    /// <summary>Names the things; where they were named before and are as many, the notes say the new names.</summary>
    public void SetNames(ImmutableArray<string> names) => Change(() =>
    {
        if (names.Length == Names.Length)
        {
            for (var index = 0; index < _notes.Count; index++)
                _notes[index] = Renamed(_notes[index], names);
        }

        Names = names;
    });

    /// <summary>The note with new names; what was pinned to places of its text is read anew.</summary>
    private Note Renamed(Note note, ImmutableArray<string> names)
    {
        var text = note.Text;
        for (var name = 0; name < names.Length; name++) text = text.Replace(Names[name], names[name], StringComparison.OrdinalIgnoreCase);
        if (text == note.Text) return note;
        var numbers = NoteReader.Numbers(text).Select(number => number.Evidence).ToList();
        var old = NoteReader.Numbers(note.Text).Select(number => number.Evidence).ToList();
        return note with
        {
            Text = text,
            Amounts = numbers.Count != old.Count ? [] : [.. note.Amounts.Select(amount =>
                old.FindIndex(place => place.End == amount.End) is >= 0 and var at
                    ? amount with { Start = numbers[at].Start, End = numbers[at].End }
                    : amount)],
        };
    }

    /// <summary>Adds a note of a new group.</summary>
    public void Add(string text, int turn, NoteKind kind) => Change(() => _notes.Add(new Note(text, turn, kind, _groups++)));

    /// <summary>Adds what things take behind the rule that limits it; what was known of that is replaced.</summary>
    public void AddNeed(Note rule, Note need) => Change(() =>
    {
        _notes.RemoveAll(note => note.Group == rule.Group && note.Kind == NoteKind.Need);
        _notes.Insert(_notes.IndexOf(rule) + 1, need with { Group = rule.Group });
    });

    /// <summary>Says a note in other words.</summary>
    public void Reword(Note old, string text, int turn) =>
        Change(() => _notes[_notes.IndexOf(old)] = old with { Text = text, Turn = turn, Amounts = [] });

    /// <summary>Replaces all notes of a group by one rule.</summary>
    public void ReplaceGroup(Note old, string text, int turn) => Change(() =>
    {
        var at = _notes.FindIndex(note => note.Group == old.Group);
        _notes.RemoveAll(note => note.Group == old.Group);
        _notes.Insert(at, new Note(text, turn, NoteKind.Rule, old.Group));
    });

    /// <summary>Removes all notes of a group.</summary>
    public void RemoveGroup(Note one) => Change(() => _notes.RemoveAll(note => note.Group == one.Group));

    /// <summary>Replaces the notes of the kind of one by it.</summary>
    public void ReplaceKind(Note note) => Change(() =>
    {
        var at = Math.Max(0, _notes.FindIndex(other => other.Kind == note.Kind));
        _notes.RemoveAll(other => other.Kind == note.Kind);
        _notes.Insert(Math.Min(at, _notes.Count), note with { Group = _groups++ });
    });

    /// <summary>Rejects a reading of the notes that say a statement: other readings of theirs are taken, or none.</summary>
    public void Reject(Statement statement) => Change(() =>
    {
        var places = statement.Evidence.Concat(statement.Numbers.Select(number => number.Evidence).OfType<Evidence>());
        foreach (var turn in places.Select(evidence => evidence.Turn).Distinct())
            if (turn < _notes.Count) _rejected.Add((_notes[turn].Group, StatementIdentity.Of(statement)));
    });

    /// <summary>Rejects what a formulation reads from a note.</summary>
    public void Reject(Note note, ProblemFormulation formulation)
    {
        var turn = _notes.IndexOf(note);
        foreach (var statement in formulation.Statements.Where(statement => NotesReading.IsOf(statement, [turn]))) Reject(statement);
    }

    private void Change(Action change)
    {
        change();
        _isRead = false;
    }
}
