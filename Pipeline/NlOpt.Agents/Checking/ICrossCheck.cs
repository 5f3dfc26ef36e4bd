namespace NlOpt.Agents.Checking;

/// <summary>One question put to a formulation that someone else made. Small and without state: a new check is a new class.</summary>
internal interface ICrossCheck
{
    /// <summary>Its name, for findings and tables; stable.</summary>
    string Name { get; }

    /// <summary>What it finds, every suspicion however weak.</summary>
    IEnumerable<CheckFinding> Find(CheckedFormulation subject);
}
