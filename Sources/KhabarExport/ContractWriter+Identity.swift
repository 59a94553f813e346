import KhabarCore

extension ContractWriter where Sink: ~Copyable {
  /// Who or what an entity is, beyond this document.
  mutating func writeIdentity(of entity: Entity) {
    let identity = entity.identity
    sink.string("key", identity?.key ?? entity.nameKey)
    sink.string("canonical", identity?.canonical)
    if let label = entity.label {
      sink.string("labelEn", label.text)
      sink.string("labelSource", label.source.rawValue)
    }
    if let coordinates = identity?.coordinates {
      sink.number("latitude", coordinates.latitude)
      sink.number("longitude", coordinates.longitude)
    }
    sink.string("admin1", identity?.admin1)
    guard let identity else { return }
    if identity.ids.count > 1 {
      sink.beginList("ids", isLeaf: true)
      for id in identity.ids { sink.item("id", id) }
      sink.endList()
    }
    guard !identity.features.isEmpty else { return }
    sink.beginList("features", isLeaf: true)
    for feature in identity.features {
      sink.beginObject("feature", isLeaf: true)
      sink.string("name", feature.name)
      sink.string("value", feature.value)
      sink.endObject()
    }
    sink.endList()
  }
}
